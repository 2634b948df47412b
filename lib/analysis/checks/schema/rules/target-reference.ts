import type { FieldPath } from '../../../manifest/manifest';
import type { TargetReference } from '../../../views/selector';
import { wasmPlugin } from '../../../views/wasm-plugin';
import type { SchemaRule } from './rule';

const kinds: readonly (readonly [group: string, kind: string])[] = [
  ['core', 'Service'],
  ['networking.istio.io', 'ServiceEntry'],
  ['gateway.networking.k8s.io', 'Gateway'],
  ['gateway.networking.k8s.io', 'GatewayClass'],
];
const remedy = `name one of ${kinds.map(([group, kind]) => `${kind} (group ${group})`).join(', ')} beside the object`;

interface Targeted {
  readonly targetRef?: TargetReference | undefined;
  readonly targetRefs: readonly TargetReference[];
}

/** What an object is bound to by name lives beside it, and is of a kind that has proxies. */
export const targetReference: SchemaRule = function* find(inventory) {
  const policies = [
    ...[...inventory.authorizationPolicies, ...inventory.requestAuthentications],
    ...[...inventory.telemetries, ...inventory.views(wasmPlugin), ...inventory.envoyFilters],
  ];
  for (const { manifest, spec } of policies) {
    for (const [path, { group = '', kind = '', namespace = '' }] of targetsOf(spec)) {
      const isKnown = kinds.some(([one, own]) => own === kind && one === (group === '' ? 'core' : group));
      if (!isKnown) {
        yield {
          manifest,
          path,
          message: `nothing can be bound to a ${kind} of group ${JSON.stringify(group)}`,
          remedy,
        };
      }
      if (namespace !== '') {
        const message = 'a target of another namespace is not supported, and the field may not even name the own';
        yield { manifest, path: [...path, 'namespace'], message, remedy: 'leave the namespace out' };
      }
    }
  }
};

function targetsOf({ targetRef, targetRefs }: Targeted): [path: FieldPath, target: TargetReference][] {
  const list = targetRefs.map((target, index): [FieldPath, TargetReference] => [['spec', 'targetRefs', index], target]);
  return targetRef === undefined ? list : [...list, [['spec', 'targetRef'], targetRef]];
}
