import { indexBy } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import type { Labels } from '../manifest/manifest';
import type { LabelSelector } from '../views/selector';
import type { Destination } from './destination';
import type { CallingPod } from './pod';

/**
 * Tells pods apart as far as policies can: pods of two releases are the same to them, unless a
 * selector asks for a label that they do not share.
 */
export class Likeness {
  private readonly keys: ReadonlySet<string>;

  constructor(private readonly inventory: Inventory) {
    this.keys = labelsAskedFor(inventory);
  }

  /** One of each sort. */
  callers(pods: readonly CallingPod[]): CallingPod[] {
    const sorts = indexBy(pods, (pod) => {
      const { namespace, isMeshed, isAmbient, isOnHostNetwork, bypassed } = pod;
      const own = [namespace, isMeshed, isAmbient, isOnHostNetwork, bypassed, this.asked(pod.labels)];
      return JSON.stringify([...own, isMeshed ? pod.serviceAccount : '']);
    });
    return [...sorts.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ ...first, name: joined([first, ...others]) }],
    );
  }

  /** One of each sort, and the names of the workloads that it stands for. */
  destinations(all: readonly Destination[]): { readonly name: string; readonly destination: Destination }[] {
    const sorts = indexBy(all, ({ workload, port, protocol, isHttp }) => {
      const { namespace, labels, annotations, containers, isOnHostNetwork } = workload;
      const ports = containers.map((container) => container.ports);
      const isMeshed = this.inventory.isMeshed(workload);
      const own = [namespace, annotations, ports, isOnHostNetwork, isMeshed, this.asked(labels)];
      return JSON.stringify([port, protocol, isHttp, ...own]);
    });
    return [...sorts.values()].flatMap(([destination, ...others]) =>
      destination === undefined
        ? []
        : [{ destination, name: joined([destination, ...others].map(({ workload }) => workload)) }],
    );
  }

  private asked(labels: Labels): (readonly [string, string])[] {
    return Object.entries(labels)
      .filter(([key]) => this.keys.has(key))
      .sort();
  }
}

function joined(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => name).join(', ');
}

/** Every label that a selector could tell two pods apart by. */
function labelsAskedFor(inventory: Inventory): ReadonlySet<string> {
  const { networkPolicies, destinationRules } = inventory;
  const peers = networkPolicies.flatMap(({ spec }) => [
    ...spec.ingress.flatMap(({ from }) => from),
    ...spec.egress.flatMap(({ to }) => to),
  ]);
  const selectors: readonly (LabelSelector | undefined)[] = [
    ...networkPolicies.map(({ spec }) => spec.podSelector),
    ...peers.map(({ podSelector }) => podSelector),
    ...inventory.authorizationPolicies.map(({ spec }) => spec.selector),
    ...inventory.peerAuthentications.map(({ spec }) => spec.selector),
    ...inventory.requestAuthentications.map(({ spec }) => spec.selector),
    ...destinationRules.map(({ spec }) => spec.workloadSelector),
  ];
  const subsets = destinationRules
    .flatMap(({ spec }) => spec.subsets)
    .filter(({ trafficPolicy }) => trafficPolicy !== undefined);
  return new Set([
    'gateway.networking.k8s.io/gateway-name',
    ...selectors.flatMap((selector) => [
      ...Object.keys(selector?.matchLabels ?? {}),
      ...(selector?.matchExpressions ?? []).flatMap(({ key }) => key ?? []),
    ]),
    ...subsets.flatMap(({ labels }) => Object.keys(labels)),
  ]);
}
