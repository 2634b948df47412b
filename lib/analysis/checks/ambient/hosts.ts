import type { Hit } from '../../finding';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { TrafficPolicy } from '../../views/destination-rule';
import { configurationOf } from '../../routing/configuration';
import type { Service } from '../../views/service';
import { isForMesh } from '../../views/virtual-service';
import { isAmbient, isAmbientNamespace } from '../../inventory/ambient';
import { isAmbientService, remedyAgainst, waypointOf, workloadsOf } from './enrollment';
import { mention } from '../mention';

/** What says something about requests to some hosts. */
export interface HostRule {
  readonly manifest: Manifest;
  readonly hosts: readonly { readonly host: string; readonly path: FieldPath }[];
}

/**
 * VirtualServices with routes that ztunnel can't follow, for calls within the mesh; routes of the
 * Gateway API are told by the Services that they are bound to.
 */
export function requestRoutes(inventory: Inventory): HostRule[] {
  return configurationOf(inventory)
    .routes.filter(({ places }) => places === undefined)
    .filter((route) => isForMesh(route) && route.spec.http.length + route.spec.tls.length > 0)
    .map(({ manifest, spec }) => ({
      manifest,
      hosts: spec.hosts.map((host, index) => ({ host, path: ['spec', 'hosts', index] })),
    }));
}

/** DestinationRules that ask for more than a proxy of connections does. */
export function requestPolicies({ destinationRules }: Inventory): HostRule[] {
  return destinationRules
    .filter(({ spec: { trafficPolicy, subsets } }) =>
      [trafficPolicy, ...subsets.map((subset) => subset.trafficPolicy)].some(isOfRequests),
    )
    .map(({ manifest, spec }) => ({ manifest, hosts: [{ host: spec.host ?? '', path: ['spec', 'host'] }] }));
}

function isOfRequests(policy: TrafficPolicy | undefined): boolean {
  return [policy, ...(policy?.portLevelSettings ?? [])].some((one) => {
    const hash = one?.loadBalancer?.consistentHash;
    const isHashed = [hash?.httpHeaderName, hash?.httpQueryParameterName, hash?.httpCookie].some(isDefined);
    return isHashed || isDefined(one?.connectionPool?.http) || isDefined(one?.outlierDetection);
  });
}

function isDefined(value: unknown): boolean {
  return value !== undefined;
}

/** Rules for ambient Services that no waypoint is before. */
export function* unserved(inventory: Inventory, rules: readonly HostRule[]): Generator<Hit> {
  for (const { manifest, path, service } of ambientServices(inventory, rules)) {
    if (waypointOf(inventory, service.manifest.labels, service.namespace) === undefined) {
      const message = `requests to ${mention(service.manifest)} go through no waypoint, and ztunnel does not follow the ${manifest.kind}`;
      yield { manifest, path, message, ...remedyAgainst(service.manifest) };
    }
  }
}

/**
 * Rules for ambient Services in places where their waypoint does not look: it does in the namespace
 * of the Service, in its own, and in those that apply everywhere. A namespace that has proxies of its own has a use for the rule.
 */
export function* misplaced(
  inventory: Inventory,
  rules: readonly HostRule[],
  everywhere: readonly string[] = [],
): Generator<Hit> {
  for (const { manifest, path, service } of ambientServices(inventory, rules)) {
    const { namespace } = manifest;
    const waypoint = waypointOf(inventory, service.manifest.labels, service.namespace);
    const isRead = [service.namespace, waypoint?.namespace, ...everywhere].includes(namespace);
    if (!isRead && !workloadsOf(inventory, namespace).some((workload) => inventory.isMeshed(workload))) {
      const message = `a waypoint of ${mention(service.manifest)} does not read the ${manifest.kind} in namespace ${namespace}`;
      yield { manifest, path, message };
    }
  }
}

/** Rules of an ambient namespace without a waypoint, for hosts that are no Services. */
export function* unservedElsewhere(inventory: Inventory, rules: readonly HostRule[]): Generator<Hit> {
  for (const { manifest, hosts } of rules) {
    const { namespace } = manifest;
    const [first] = hosts;
    const names = hosts.map(({ host }) => qualified(host, namespace));
    const isElsewhere = names.every((name) => inventory.serviceOf(name) === undefined);
    const owners = [{ labels: {}, namespace }, ...names.flatMap((name) => inventory.entriesOf(name)).map(manifestOf)];
    const isServed = owners.some((owner) => waypointOf(inventory, owner.labels, owner.namespace) !== undefined);
    if (
      first !== undefined &&
      first.host !== '' &&
      isElsewhere &&
      !isServed &&
      hasAmbientClients(inventory, namespace)
    ) {
      const message = `requests to ${first.host} go through no waypoint, and ztunnel does not follow the ${manifest.kind}`;
      yield { manifest, path: first.path, message };
    }
  }
}

function hasAmbientClients(inventory: Inventory, namespace: string): boolean {
  const workloads = workloadsOf(inventory, namespace);
  const isSilent = workloads.length > 0 && !workloads.some((workload) => isAmbient(inventory, workload));
  return isAmbientNamespace(inventory, namespace) && !isSilent;
}

function manifestOf({ manifest }: { readonly manifest: Manifest }): Manifest {
  return manifest;
}

function ambientServices(
  inventory: Inventory,
  rules: readonly HostRule[],
): { manifest: Manifest; path: FieldPath; service: Service }[] {
  return rules.flatMap(({ manifest, hosts }) =>
    hosts.flatMap(({ host, path }) => {
      const service = inventory.serviceOf(qualified(host, manifest.namespace));
      return service !== undefined && isAmbientService(inventory, service) ? [{ manifest, path, service }] : [];
    }),
  );
}
