import { check } from '../../lib/model/check';
import type { Mesh } from '../../lib/model/mesh';
import { type Port, type Service, targetPortOf } from '../../lib/model/service';
import { authorizationEdges } from './extract/authorization';
import { configurationEdges } from './extract/configuration';
import { egressEdges } from './extract/egress';
import { inventoryOf } from './extract/inventory';
import { networkEdges } from './extract/network';
import { nameOf } from './extract/objects';
import { routedEdges } from './extract/routes';
import { visibleRules } from './extract/visibility';
import { rendered } from '../support/render';

/** The edges of a mesh, once for each kind of object that draws them; sorted. */
export interface Projections {
  readonly problems: readonly unknown[];
  readonly authorization: readonly string[];
  readonly network: readonly string[];
  readonly egress: readonly string[];
  readonly configuration: readonly string[];
  /** Where requests to the configured addresses end. */
  readonly routes: readonly string[];
  /** Namespaces instead of callers. */
  readonly visibility: readonly string[];
  /** Objects that are there more than once. */
  readonly repeated: readonly string[];
}

/** What the rendered YAML says. */
export function projectionsOf(mesh: Mesh): Projections {
  const problems = check(mesh);
  const inventory = inventoryOf(rendered(mesh));
  const names = inventory.objects.map(nameOf);
  return {
    problems,
    authorization: authorizationEdges(inventory),
    network: networkEdges(inventory),
    egress: egressEdges(inventory),
    configuration: configurationEdges(inventory),
    routes: routedEdges(inventory),
    visibility: visibleRules(inventory),
    repeated: names.filter((name, index) => names.indexOf(name) !== index),
  };
}

/** What was declared, and what the platform needs beside it. */
export function declaredIn(mesh: Mesh): Projections {
  const calls = mesh.calls.map(({ caller, callee, port }) => `${caller.name} -> ${at(callee, port)}`);
  const entries = mesh.edges.map(({ service }) => `gateway -> ${at(service)}`);
  const outside = mesh.services.filter(({ sidecar }) => sidecar === 'none').map(({ name }) => name);
  const workloads = [...mesh.services, ...(mesh.jobs ?? [])].map(({ name }) => name);
  const external = mesh.externalCalls ?? [];
  return {
    problems: [],
    authorization: sorted(calls, entries, [...outside.map((name) => `anybody -> ${name}:*`)]),
    network: sorted(
      calls,
      entries,
      accessEdges,
      workloads.flatMap(platformOf),
      external.map(({ caller, to }) => `${caller.name} -> internet:${to.port}`),
    ),
    // A proxy that knows a host knows all of its ports.
    egress: sorted(
      mesh.calls.flatMap(({ caller, callee }) => callee.ports.map((port) => `${caller.name} -> ${at(callee, port)}`)),
      workloads.filter((name) => !outside.includes(name)).map((name) => `${name} -> collector:*`),
      external.map(({ caller, to }) => `${caller.name} -> ${to.host}:${to.port}`),
    ),
    configuration: sorted(calls),
    routes: sorted(calls),
    visibility: sorted(mesh.services.flatMap((service) => visibilityOf(service, mesh))),
    repeated: [],
  };
}

/** What the add-ons need of each other, and the gateway of them. */
export const accessEdges: readonly string[] = [
  'gateway -> collector:16686',
  'gateway -> collector:9411',
  'gateway -> grafana:3000',
  'gateway -> kiali:20001',
  'gateway -> prometheus:9090',
  'grafana -> collector:16686',
  'grafana -> prometheus:9090',
  'kiali -> collector:16685',
  'kiali -> grafana:3000',
  'kiali -> prometheus:9090',
  'prometheus -> collector:8888',
  'prometheus -> kiali:9090',
];

/** What every pod needs of the platform, and the platform of every pod. */
export function platformOf(workload: string): string[] {
  return [
    `${workload} -> dns:53`,
    `${workload} -> dns:53/UDP`,
    `${workload} -> istiod:15012`,
    `${workload} -> collector:9411`,
    `prometheus -> ${workload}:15020`,
    `prometheus -> ${workload}:15090`,
  ];
}

/** A DestinationRule wherever a caller is, and a VirtualService if there are requests to route. */
function visibilityOf(service: Service, { calls, edges }: Mesh): string[] {
  const callers = calls.filter(({ callee }) => callee === service);
  const isEdge = edges.some((edge) => edge.service === service);
  const isRouted = callers.some(({ port }) => (port ?? service.ports[0]).protocol !== 'tcp');
  const namespaces = [...callers.map(({ caller }) => caller.namespace), ...(isEdge ? ['istio-ingress'] : [])];
  // A route of hosts from outside alone names no Service.
  const kinds = ['DestinationRule', ...(isRouted || (isEdge && callers.length > 0) ? ['VirtualService'] : [])];
  return kinds.flatMap((kind) => namespaces.map((namespace) => `${kind}: ${namespace} -> ${service.name}`));
}

function at({ name, ports, stable }: Service, port: Port = ports[0]): string {
  return `${name}:${targetPortOf(port, stable)}`;
}

function sorted(...edges: readonly (readonly string[])[]): string[] {
  return [...new Set(edges.flat())].sort();
}
