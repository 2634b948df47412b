import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import type { Manifest } from '../../manifest/manifest';
import type { AuthorizationPolicy } from '../../views/authorization-policy';
import type { NetworkPolicy } from '../../views/network-policy';
import { waveAnnotation, waveOf } from '../../views/wave';
import type { Check } from '../check';
import { mention } from '../mention';

/** A policy that refuses everything, and those that let something pass again. */
interface Refusal {
  readonly deny: Manifest;
  readonly allows: readonly Manifest[];
}

/**
 * Only waves show an order that somebody meant: files are sorted for readers as often as for
 * `kubectl`, and all of one file is in force within a second.
 */
export const earlyRefusal: Check = {
  code: 'LAB054',
  level: 'warning',
  title: 'Policies that allow are applied before those that refuse everything',
  reason:
    'Argo CD waits until a wave is healthy before it applies the next. A deny-all of an earlier wave refuses every call, those of probes and other waves among them, until the policies that allow them are there; if a wave in between fails, for good.',
  remedy: 'give the policy that refuses everything the last wave',
  link: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  *find(inventory) {
    for (const { deny, allows } of [...authorizationRefusals(inventory), ...networkRefusals(inventory)]) {
      const late = allows.find((allow) => waveOf(allow) > waveOf(deny));
      if (late !== undefined) {
        const message = `it refuses everything from wave ${waveOf(deny)} on, and ${mention(late)} comes in wave ${waveOf(late)}`;
        yield { manifest: deny, path: ['metadata', 'annotations', waveAnnotation], message };
      }
    }
  },
};

/** A policy of the root namespace refuses in all namespaces. */
function authorizationRefusals({ authorizationPolicies, mesh }: Inventory): Refusal[] {
  const allowing = authorizationPolicies.filter((policy) => isAllowing(policy) && policy.spec.rules.length > 0);
  const near = indexBy(allowing, ({ manifest }) => manifest.namespace);
  return authorizationPolicies.filter(isDenyingAll).map(({ manifest }) => {
    const allows = manifest.namespace === mesh.rootNamespace ? allowing : (near.get(manifest.namespace) ?? []);
    return { deny: manifest, allows: allows.map((policy) => policy.manifest) };
  });
}

function isAllowing({ spec: { action = 'ALLOW' } }: AuthorizationPolicy): boolean {
  return action === 'ALLOW';
}

function isDenyingAll(policy: AuthorizationPolicy): boolean {
  const { selector, targetRef, targetRefs, rules } = policy.spec;
  const isForAll = selector === undefined && targetRef === undefined && targetRefs.length === 0;
  return isForAll && isAllowing(policy) && rules.length === 0;
}

function networkRefusals({ networkPolicies }: Inventory): Refusal[] {
  const near = indexBy(networkPolicies, ({ manifest }) => manifest.namespace);
  return directions.flatMap((direction) =>
    networkPolicies
      .filter((policy) => isRefusing(policy, direction))
      .map(({ manifest }) => {
        const others = near.get(manifest.namespace) ?? [];
        return {
          deny: manifest,
          allows: others.filter(({ spec }) => spec[direction].length > 0).map((one) => one.manifest),
        };
      }),
  );
}

const directions = ['ingress', 'egress'] as const;

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies */
function isRefusing({ spec }: NetworkPolicy, direction: (typeof directions)[number]): boolean {
  const { matchLabels = {}, matchExpressions = [] } = spec.podSelector ?? {};
  const isForAll = Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
  const types = spec.policyTypes.length === 0 ? ['Ingress'] : spec.policyTypes;
  return isForAll && types.some((type) => type.toLowerCase() === direction) && spec[direction].length === 0;
}
