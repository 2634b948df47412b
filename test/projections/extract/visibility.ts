import * as z from 'zod';
import type { Inventory } from './inventory';
import { allOf } from './objects';

const Exported = z.array(z.string()).default(['*']);
const DestinationRule = z.object({ spec: z.object({ host: z.string(), exportTo: Exported }) });
const VirtualService = z.object({ spec: z.object({ hosts: z.array(z.string()), exportTo: Exported }) });

/**
 * The namespaces whose proxies are told how to reach a service, as `Kind: namespace -> service
 * account`, sorted. Hosts from outside belong to the same route and are left out.
 */
export function visibleRules(inventory: Inventory): string[] {
  const rules = [
    ...allOf(inventory.objects, 'DestinationRule', DestinationRule).map(({ spec: { host, exportTo } }) => {
      return { kind: 'DestinationRule', hosts: [host], exportTo };
    }),
    ...allOf(inventory.objects, 'VirtualService', VirtualService).map(({ spec }) => {
      return { kind: 'VirtualService', ...spec };
    }),
  ];
  const edges = rules.flatMap(({ kind, hosts, exportTo }) =>
    hosts
      .flatMap((host) => inventory.endpoints.get(host)?.pods ?? [])
      .flatMap(({ account }) => exportTo.map((namespace) => `${kind}: ${namespace} -> ${account}`)),
  );
  return [...new Set(edges)].sort();
}
