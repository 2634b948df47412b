import { actionOf } from '../../views/authorization-policy';
import type { Check } from '../check';
import { operationValues } from './rule-values';

/** Other spellings of a path that a proxy takes for other paths, by how it normalises them. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['NONE', ['/.%2F', '%2F', '//', '/./']],
  ['BASE', ['%2F', '//']],
  ['MERGE_SLASHES', ['%2F']],
]);

/**
 * What is refused is passed by any other spelling. What is allowed is exact, except where a star ends it: behind that a
 * server may find its way back up. The files of an application do not say how proxies normalise; for what is refused,
 * Istio's default is assumed.
 */
export const respelledPath: Check = {
  code: 'LAB079',
  level: 'warning',
  title: 'No rule about a path is passed by another spelling of it',
  reason:
    'Proxies compare paths as they stand. Many servers then read `%2F` and `//` as one slash, and so serve a path that a rule refuses or does not allow.',
  remedy:
    'set meshConfig.pathNormalization.normalization to DECODE_AND_MERGE_SLASHES, or allow exact paths instead of refusing some',
  link: 'https://istio.io/latest/docs/ops/best-practices/security/#customize-your-system-on-path-normalization',
  *find(inventory) {
    const { pathNormalization } = inventory.mesh;
    const passing = spellings.get(pathNormalization ?? 'BASE') ?? [];
    const refusing = new Map(inventory.authorizationPolicies.map((policy) => [policy.manifest, refusingField(policy)]));
    for (const hit of passing.length === 0 ? [] : operationValues(inventory, ['paths', 'notPaths'])) {
      const { manifest, path, value } = hit;
      const isRefused = path.includes(refusing.get(manifest) ?? '');
      if (isRefused && value.includes('/')) {
        const message = `a request may write a slash of ${value} as ${passing.join(' or ')}, and is not refused`;
        yield { manifest, path, message };
      } else if (!isRefused && pathNormalization !== undefined && /^\/.*\/\*$/.test(value)) {
        yield { manifest, path, message: `${value} also takes ${value.slice(0, -1)}..%2F and whatever follows` };
      }
    }
  },
};

function refusingField(policy: Parameters<typeof actionOf>[0]): 'paths' | 'notPaths' {
  return actionOf(policy) === 'ALLOW' ? 'notPaths' : 'paths';
}
