import type * as z from 'zod';
import type { Hit } from '../../finding';
import type { Inventory } from '../../inventory/inventory';
import { type FieldPath, type Manifest } from '../../manifest/manifest';
import type { LabelSelector, targetReference } from '../../views/selector';
import { serviceView } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { View } from '../../views/view';
import { isAmbient, isAmbientNamespace } from '../../inventory/ambient';
import { isAmbientService, isBehindWaypoint, optsOut, remedyAgainst, waypointOf, workloadsOf } from './enrollment';
import { mention } from '../mention';

type Target = z.output<z.ZodObject<typeof targetReference>>;

/** What binds to pods by a selector, or to other objects by their names. */
export type Policy = View<{
  readonly selector?: LabelSelector | undefined;
  readonly targetRef?: Target | undefined;
  readonly targetRefs: readonly Target[];
}>;

/** Policies that only a waypoint can apply, and that are meant for traffic without one. */
export function* withoutWaypoint(inventory: Inventory, policies: readonly Policy[]): Generator<Hit> {
  for (const policy of policies) {
    const { manifest } = policy;
    const targets = targetsOf(policy);
    for (const { target, path } of targets) {
      const bound = boundTo(inventory, target, manifest.namespace);
      if (bound !== undefined && waypointOf(inventory, bound.labels, bound.namespace) === undefined) {
        const message = `${mention(bound)} is sent through no waypoint, and nothing else applies the ${manifest.kind} as it is written`;
        yield { manifest, path, message, ...remedyAgainst(bound) };
      }
    }
    const [first, ...others] = targets.length > 0 ? [] : uncovered(inventory, policy);
    if (first !== undefined) {
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      const message = `no waypoint is before ${first.name}${more}, and nothing else applies the ${manifest.kind} as it is written`;
      yield { manifest, path: pathOf(policy), message, ...(first.workload && remedyFor(inventory, first.workload)) };
    }
  }
}

/** Policies that only a waypoint can apply, and that are bound to pods, which waypoints ignore. */
export function* withoutTarget<P extends Policy>(
  inventory: Inventory,
  policies: readonly P[],
  consequence: (policy: P) => string,
): Generator<Hit> {
  for (const policy of policies) {
    const { manifest } = policy;
    if (targetsOf(policy).length === 0 && reachesAmbient(inventory, policy)) {
      const message = `the ${manifest.kind} has no \`targetRefs\`: ${consequence(policy)}`;
      yield { manifest, path: pathOf(policy), message };
    }
  }
}

function targetsOf({ spec }: Policy): { target: Target; path: FieldPath }[] {
  const list = spec.targetRefs.map((target, index) => ({ target, path: ['spec', 'targetRefs', index] }));
  return spec.targetRef === undefined ? list : [...list, { target: spec.targetRef, path: ['spec', 'targetRef'] }];
}

/** A Service or ServiceEntry beside the policy, whose callers ztunnel has. A waypoint itself needs none. */
function boundTo(
  inventory: Inventory,
  { group = '', kind, name = '' }: Target,
  namespace: string,
): Manifest | undefined {
  if (kind === 'ServiceEntry') {
    const entry = inventory.named('networking.istio.io', kind, namespace, name);
    return isAmbientNamespace(inventory, namespace) ? entry : undefined;
  }
  const isService = kind === 'Service' && (group === '' || group === 'core');
  const service = isService ? inventory.named('', kind, namespace, name) : undefined;
  return service !== undefined && isAmbientService(inventory, serviceView(service)) ? service : undefined;
}

/** Whether some of the pods a policy selects are ambient; without any pods, whether such pods would be. */
function reachesAmbient(inventory: Inventory, { manifest, spec }: Policy): boolean {
  const selected = workloadsOf(inventory, manifest.namespace, spec.selector?.matchLabels);
  return selected.length === 0
    ? isAmbientNamespace(inventory, manifest.namespace)
    : selected.some((workload) => isAmbient(inventory, workload));
}

/** Whom a policy reaches without a waypoint. */
interface Uncovered {
  readonly name: string;
  readonly workload?: Workload;
}

function uncovered(inventory: Inventory, { manifest, spec }: Policy): Uncovered[] {
  const { namespace } = manifest;
  const selected = workloadsOf(inventory, namespace, spec.selector?.matchLabels);
  if (selected.length === 0) {
    const isUncovered = isAmbientNamespace(inventory, namespace) && waypointOf(inventory, {}, namespace) === undefined;
    return isUncovered ? [{ name: `namespace ${namespace}` }] : [];
  }
  return selected
    .filter((workload) => isAmbient(inventory, workload) && !isBehindWaypoint(inventory, workload))
    .map((workload) => ({ name: mention(workload.manifest), workload }));
}

/** Pods may opt out, or a Service before them. */
function remedyFor(inventory: Inventory, workload: Workload): Pick<Hit, 'remedy'> {
  const { manifest, labels } = workload;
  const service = inventory.servicesOf(workload).find((one) => optsOut(one.manifest.labels));
  return optsOut(labels) || service === undefined ? remedyAgainst(manifest, labels) : remedyAgainst(service.manifest);
}

function pathOf({ spec }: Policy): FieldPath {
  return spec.selector === undefined ? ['spec'] : ['spec', 'selector'];
}
