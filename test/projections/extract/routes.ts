import * as z from 'zod';
import { type Address, addresses } from './configuration';
import { looseEdgeNames, type PodEdge, somebody } from './edges';
import type { Inventory, Pod } from './inventory';
import { allOf, Labels, Metadata } from './objects';
import { selects } from './selector';

const Match = z.strictObject({
  headers: z.record(z.string(), z.unknown()).optional(),
  sourceLabels: Labels.default({}),
  sourceNamespace: z.string().optional(),
  gateways: z.array(z.string()).optional(),
  port: z.number().optional(),
});
const Destination = z.strictObject({
  host: z.string(),
  subset: z.string().optional(),
  port: z.strictObject({ number: z.number() }).optional(),
});
const Route = z.object({
  match: z.array(Match).optional(),
  route: z.array(z.object({ destination: Destination, weight: z.number().default(100) })),
});
const VirtualService = z.object({
  metadata: Metadata,
  spec: z.strictObject({
    hosts: z.array(z.string()),
    gateways: z.array(z.string()),
    exportTo: z.array(z.string()),
    http: z.array(Route),
  }),
});
const DestinationRule = z.object({
  metadata: Metadata,
  spec: z.object({
    host: z.string(),
    exportTo: z.array(z.string()),
    subsets: z.array(z.object({ name: z.string(), labels: Labels })),
  }),
});
type Match = z.infer<typeof Match>;
type Route = z.infer<typeof Route>;
type Destination = z.infer<typeof Destination>;

/** Where requests to the configured addresses end, after VirtualServices and DestinationRules. */
export function routedEdges(inventory: Inventory): string[] {
  const routes = allOf(inventory.objects, 'VirtualService', VirtualService);
  const rules = allOf(inventory.objects, 'DestinationRule', DestinationRule);
  const edges = addresses(inventory).flatMap((address): PodEdge[] => {
    const { from, endpoint, port } = address;
    if (endpoint === undefined || port === undefined) {
      return [{ from, to: somebody(`nobody at ${address.text}`), port: '*' }];
    }
    const route = routes.find(
      ({ spec }) =>
        spec.hosts.includes(endpoint.host) && spec.gateways.includes('mesh') && spec.exportTo.includes(from.namespace),
    );
    if (route === undefined || port.protocol === 'tcp') {
      return endpoint.pods.map((to) => ({ from, to, port: port.targetPort }));
    }
    const subsets = rules
      .filter(({ spec }) => spec.host === endpoint.host && spec.exportTo.includes(from.namespace))
      .flatMap(({ spec }) => spec.subsets);
    return destinations(route.spec.http, from, port.number).flatMap((destination) =>
      podsAt(destination, port.number, subsets, inventory).map(({ to, at }) => ({ from, to, port: at })),
    );
  });
  return looseEdgeNames(edges);
}

/** Whatever may answer: of a header nobody knows whether it is there, and the next rules count as well. */
function destinations(http: readonly Route[], from: Pod, port: number): Destination[] {
  const found: Destination[] = [];
  for (const { match, route } of http) {
    const fitting = match?.filter((one) => fits(one, from, port));
    if (fitting?.length !== 0) {
      found.push(...route.filter(({ weight }) => weight > 0).map(({ destination }) => destination));
    }
    if (fitting === undefined || fitting.some(({ headers }) => headers === undefined)) {
      return found;
    }
  }
  return found;
}

function fits({ sourceLabels, sourceNamespace, gateways, port }: Match, from: Pod, requested: number): boolean {
  return (
    selects(sourceLabels, from.labels) &&
    (sourceNamespace === undefined || sourceNamespace === from.namespace) &&
    (gateways === undefined || gateways.includes('mesh')) &&
    (port === undefined || port === requested)
  );
}

function podsAt(
  { host, subset, port }: Destination,
  requested: Exclude<Address['port'], undefined>['number'],
  subsets: z.infer<typeof DestinationRule>['spec']['subsets'],
  inventory: Inventory,
): { readonly to: Pod; readonly at: number }[] {
  const endpoint = inventory.endpoints.get(host);
  const at = endpoint?.ports.find(({ number }) => number === (port?.number ?? requested))?.targetPort ?? 0;
  const labels = subset === undefined ? {} : subsets.find(({ name }) => name === subset)?.labels;
  const pods = labels === undefined ? [] : (endpoint?.pods ?? []).filter((pod) => selects(labels, pod.labels));
  return (pods.length === 0 ? [somebody(`nobody in ${subset ?? host}`)] : pods).map((to) => ({ to, at }));
}
