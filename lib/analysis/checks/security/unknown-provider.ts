import { meshConfigsIn } from '../../inventory/mesh-config';
import { actionOf } from '../../views/authorization-policy';
import type { Check } from '../check';
import { mention } from '../mention';

/** Without the mesh's configuration among the files nobody knows its providers. */
export const unknownProvider: Check = {
  code: 'LAB084',
  level: 'error',
  title: 'Every CUSTOM policy asks a provider that the mesh has',
  reason: 'Where the mesh does not define the provider, whatever the rules of the policy match is refused with 403.',
  remedy: 'name a provider of meshConfig.extensionProviders that is an envoyExtAuthzHttp or an envoyExtAuthzGrpc',
  link: 'https://istio.io/latest/docs/tasks/security/authorization/authz-custom/#define-the-external-authorizer',
  *find(inventory) {
    const known = inventory.mesh.authorizationProviders;
    const [config] = meshConfigsIn(inventory);
    for (const policy of config === undefined ? [] : inventory.authorizationPolicies) {
      const name = policy.spec.provider?.name;
      if (config !== undefined && actionOf(policy) === 'CUSTOM' && name !== undefined && known?.has(name) !== true) {
        const others = known?.size ? `those of it are ${[...known.keys()].join(', ')}` : 'it has none';
        const place = config.kind === 'ConfigMap' ? ['data', 'mesh'] : ['spec'];
        const message = `${name} is no provider that ${mention(config, place)} has for authorization: ${others}`;
        yield { manifest: policy.manifest, path: ['spec', 'provider', 'name'], message };
      }
    }
  },
};
