import { isAssumed } from '../analysis/inventory/assumed';
import type { Inventory } from '../analysis/inventory/inventory';
import type { Manifest } from '../analysis/manifest/manifest';
import type { Branch } from '../analysis/routing/routing';
import { type RoutingRow, routingTable } from '../analysis/access/routing-table';
import { selects } from '../analysis/views/selector';
import type { Service } from '../analysis/views/service';
import type { Workload } from '../analysis/views/workload';

/** A service with two releases, and the objects that decide about the requests to it. */
export interface Tier {
  readonly service: Service;
  readonly canary: Workload;
  readonly stable: Workload;
  /** The subset that the canary is. */
  readonly subset: string;
  /** The VirtualService. */
  readonly routes: Manifest;
  /** The DestinationRule. */
  readonly destination: Manifest;
}

/** Where drills take place: a tier behind the gateway, the tier that it calls, and how a user meets their canaries. */
export interface Scene {
  readonly inventory: Inventory;
  readonly entry: Tier;
  readonly callee: Tier;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** Headers that select the canary. */
  readonly pin: Readonly<Record<string, string>>;
  /** The canary's part of the requests without them, from 0 to 1. */
  readonly share: number;
  /** The workload of the gateway, as the analysis knows it. */
  readonly gateway: Workload;
}

/** The first tier of some objects that a gateway splits between two releases; nothing if there is none. */
export function sceneOf(inventory: Inventory): Scene | undefined {
  const rows = routingTable(inventory);
  const pinned = rows.filter(({ client }) => client.isGateway).find(isPinned);
  const plain = rows.find((row) => pinned && isPlain(row, pinned) && row.client.workload === pinned.client.workload);
  const entry = tierOf(inventory, pinned, plain);
  if (pinned === undefined || plain === undefined || entry === undefined) {
    return undefined;
  }
  const called = rows.filter(({ client }) => client.workload === entry.canary).find(isPinned);
  const others = rows.find((row) => called && isPlain(row, called) && row.client.workload === entry.stable);
  const callee = tierOf(inventory, called, others);
  const share = plain.outcome.branches.find(({ subset }) => subset === entry.subset)?.share ?? 0;
  const { scheme, host } = pinned.request;
  const pin = Object.fromEntries(pinned.witness.headers);
  return callee && { inventory, entry, callee, scheme, host, pin, share, gateway: pinned.client.workload };
}

/** Whether a header leads all requests of a row to one release. */
function isPinned({ witness, outcome }: RoutingRow): boolean {
  const [branch, ...others] = taken(outcome.branches);
  const [workload, ...more] = branch?.workloads ?? [];
  return (
    witness.headers.length > 0 &&
    others.length === 0 &&
    branch?.subset !== undefined &&
    workload !== undefined &&
    more.length === 0 &&
    !isAssumed(workload.manifest)
  );
}

/** Whether a row is for the same host as another, without any headers. */
function isPlain({ witness, request }: RoutingRow, { request: other }: RoutingRow): boolean {
  const isSame = request.host === other.host && request.port === other.port && request.scheme === other.scheme;
  return isSame && witness.headers.length === 0;
}

function taken(branches: readonly Branch[]): readonly Branch[] {
  return branches.filter(({ share }) => share > 0);
}

function tierOf(inventory: Inventory, pinned?: RoutingRow, plain?: RoutingRow): Tier | undefined {
  const [branch] = taken(pinned?.outcome.branches ?? []);
  const service = inventory.serviceOf(branch?.host ?? '');
  const canary = branch?.workloads[0];
  const stable = (plain?.outcome.branches ?? []).flatMap(({ workloads }) => workloads).find((one) => one !== canary);
  const routes = pinned?.outcome.rule?.manifest;
  const destination = inventory.destinationRulesOf(service?.host ?? '')[0]?.manifest;
  const subset = branch?.subset;
  const isWhole = service && canary && stable && subset !== undefined && routes && destination;
  return isWhole ? { service, canary, stable, subset, routes, destination } : undefined;
}

/** The policy that lets callers in to some pods. */
export function callersPolicyOf({ inventory }: Scene, { canary }: Tier): Manifest | undefined {
  return inventory.authorizationPolicies
    .filter(({ manifest }) => manifest.namespace === canary.namespace)
    .filter(({ spec }) => spec.rules.some(({ from }) => from.length > 0))
    .find(({ spec }) => spec.selector !== undefined && selects(spec.selector, canary.labels))?.manifest;
}

/** The network policies that let something out of some pods, and in. */
export function networkPolicyOf({ inventory }: Scene, { canary }: Tier): Manifest | undefined {
  return inventory.networkPolicies
    .filter(({ manifest }) => manifest.namespace === canary.namespace)
    .filter(({ spec }) => spec.egress.length > 0 && spec.ingress.length > 0)
    .find(({ spec }) => spec.podSelector !== undefined && selects(spec.podSelector, canary.labels))?.manifest;
}
