import { istioGroups } from '../validators';
import type { SchemaRule } from './rule';

const annotation = 'istio.io/dry-run';

/** Only AuthorizationPolicies that allow or deny can be tried without effect. */
export const dryRun: SchemaRule = function* find({ manifests, authorizationPolicies }) {
  const path = ['metadata', 'annotations', annotation];
  for (const manifest of manifests) {
    const isPolicy = manifest.kind === 'AuthorizationPolicy';
    if (istioGroups.has(manifest.group) && !isPolicy && manifest.annotations[annotation] !== undefined) {
      const message = `a ${manifest.kind} can't be tried without effect`;
      yield { manifest, path, message, remedy: 'remove the annotation' };
    }
  }
  for (const { manifest, spec } of authorizationPolicies) {
    const value = manifest.annotations[annotation];
    const { action = 'ALLOW' } = spec;
    if (value !== undefined && ((action !== 'ALLOW' && action !== 'DENY') || !/^(true|false|1|0|t|f)$/i.test(value))) {
      const message = `${JSON.stringify(value)} with action ${action} is no way to try a policy`;
      yield { manifest, path, message, remedy: 'write "true" on a policy that allows or denies' };
    }
  }
};
