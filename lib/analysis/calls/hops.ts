import { namedServices } from '../inventory/addresses';
import { qualified } from '../inventory/hosts';
import { indexByAll } from '../inventory/index-by';
import type { Inventory } from '../inventory/inventory';
import { clientOf } from '../routing/client';
import { configurationOf } from '../routing/configuration';
import { meshEntryOf } from '../routing/mesh-entry';
import type { PlacedRule } from '../routing/rule-fields';
import { SidecarScope } from '../routing/sidecar-scope';
import { type Service, type ServicePort, speaksHttp } from '../views/service';
import type { Workload } from '../views/workload';
import { unwrittenTries, writtenTries } from './resilience';
import { gatewayRules, sidecarRules } from './route-rules';

/** One step of a request: somebody sends to a Service. */
export interface Hop {
  /** Nobody: a gateway sends. */
  readonly caller?: Workload | undefined;
  readonly to: Service;
  /** Rules that may lead there; none where no VirtualService says how. */
  readonly rules: readonly PlacedRule[];
  /** How many requests may arrive for one that is sent. */
  readonly tries: number;
}

/** Every step that gateways make by their routes, and pods by the addresses in their environment. */
export function hopsOf(inventory: Inventory): Hop[] {
  return [
    ...configurationOf(inventory).routes.flatMap((route) =>
      ledTo(gatewayRules(inventory, route), undefined, inventory),
    ),
    ...inventory.workloads.flatMap((caller) => {
      const requests = requestsOf(caller, inventory);
      return requests.length === 0 ? [] : hopsOfCaller(caller, requests, inventory);
    }),
  ];
}

/** A port of a Service that a process was told to call, over HTTP or gRPC. */
interface Address {
  readonly service: Service;
  readonly port: ServicePort;
}

/** Ports to which traces, metrics and logs are sent: of OpenTelemetry, Zipkin and Jaeger. */
const exportPorts: readonly (number | undefined)[] = [4317, 4318, 9411, 14250, 14268];

/** Each once. What a process tells of itself it sends beside the requests it answers. */
function requestsOf(caller: Workload, inventory: Inventory): Address[] {
  const told = [...namedServices(inventory, caller)].flatMap(({ service, port, variable }) =>
    port !== undefined && speaksHttp(port) && !variable.startsWith('OTEL_') && !exportPorts.includes(port.port)
      ? [[port, { service, port }] as const]
      : [],
  );
  return [...new Map(told).values()];
}

/** Without a sidecar nobody tries again and nobody follows a route; of hosts out of its sight a sidecar knows nothing. */
function hopsOfCaller(caller: Workload, requests: readonly Address[], inventory: Inventory): Hop[] {
  const client = clientOf(inventory, caller);
  const scope = new SidecarScope(inventory, client);
  return requests.flatMap(({ service, port }): Hop[] => {
    const { host } = service;
    const number = port.port ?? 0;
    const entry = client.isMeshed
      ? meshEntryOf(inventory, client, scope, { scheme: 'http', host, port: number })
      : undefined;
    if (entry === undefined || 'status' in entry) {
      return [{ caller, to: service, rules: [], tries: 1 }];
    }
    return entry.rules === undefined
      ? [{ caller, to: service, rules: [], tries: unwrittenTries(port, inventory.mesh) }]
      : ledTo(sidecarRules(entry.rules, client, number), caller, inventory);
  });
}

/** A hop to each Service that some rules lead to. */
function ledTo(rules: readonly PlacedRule[], caller: Workload | undefined, inventory: Inventory): Hop[] {
  const leading = indexByAll(rules, ({ manifest, rule }) => {
    const hosts = rule.route.map(({ destination }) => qualified(destination?.host ?? '', manifest.namespace));
    return new Set(hosts);
  });
  return [...leading].flatMap(([host, some]): Hop[] => {
    const to = inventory.serviceOf(host);
    return to === undefined ? [] : [{ caller, to, rules: some, tries: mostTries(some, to, inventory) }];
  });
}

function mostTries(rules: readonly PlacedRule[], { host, ports }: Service, { mesh }: Inventory): number {
  const tries = rules.map(({ manifest, rule }) => {
    const to = rule.route.find(({ destination }) => qualified(destination?.host ?? '', manifest.namespace) === host);
    const number = to?.destination?.port?.number;
    const port: ServicePort | undefined = ports.find((one) => one.port === number) ?? ports[0];
    return writtenTries(rule) ?? (port === undefined ? 1 : unwrittenTries(port, mesh));
  });
  return Math.max(1, ...tries);
}
