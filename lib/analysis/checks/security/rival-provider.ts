import { AuthorizationPolicies } from '../../authorization/applying';
import { maySeveralBeAsked } from '../../authorization/providers';
import { type AuthorizationPolicy, actionOf } from '../../views/authorization-policy';
import type { Check } from '../check';
import { mention } from '../mention';

export const rivalProvider: Check = {
  code: 'LAB085',
  level: 'error',
  title: 'All CUSTOM policies of a workload ask one provider',
  reason:
    'A workload whose CUSTOM policies ask several providers asks none of them: whatever any of the policies matches is refused with 403.',
  remedy: 'let one provider decide for the workload, or set PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS for istiod',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/builder/builder.go',
  *find(inventory) {
    const policies = new AuthorizationPolicies(inventory);
    const reported = new Set<AuthorizationPolicy>();
    for (const workload of maySeveralBeAsked(inventory) ? [] : inventory.workloads) {
      const [first, ...others] = policies
        .enforcedOn(workload)
        .filter((policy) => actionOf(policy) === 'CUSTOM' && policy.spec.rules.length > 0);
      const rivals = others.filter((one) => one.spec.provider?.name !== first?.spec.provider?.name);
      for (const rival of rivals.filter((one) => !reported.has(one))) {
        reported.add(rival);
        const [name, other] = [rival, first].map((policy) => policy?.spec.provider?.name ?? '');
        const by = first === undefined ? '' : mention(first.manifest, ['spec', 'provider']);
        const message = `it asks ${name} for ${mention(workload.manifest)}, for which ${by} asks ${other}`;
        yield { manifest: rival.manifest, path: ['spec', 'provider', 'name'], message };
      }
    }
  },
};
