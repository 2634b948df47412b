import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { gatewayEntrances } from '../../lib/analysis/routing/entrances';
import { callPath } from '../../lib/verify/call-path';
import type { Row } from '../../lib/verify/row';
import { ask, type GatewayAddress } from '../gateway/ask';
import { pause } from '../interrupt';

const traces = z.object({
  data: z.array(
    z.object({
      spans: z.array(z.object({ processID: z.string() })),
      processes: z.record(z.string(), z.object({ serviceName: z.string() })),
    }),
  ),
});

/** Milliseconds that one request has. */
const patience = 10_000;
/** Seconds that spans have to arrive. */
const longest = 20;

/** One request that leaves a trace, and whether every tier that it went through is in it. */
export async function traceRow(inventory: Inventory, gateway: GatewayAddress, signal: AbortSignal): Promise<Row> {
  const entrances = gatewayEntrances(inventory);
  const jaeger = entrances.find(({ host }) => host.startsWith('jaeger.'));
  const head = { area: 'trace', what: 'one request through all tiers', said: 'a span of each' } as const;
  const entrance = entrances.find(({ host }) => !isAddOn(inventory, host));
  if (jaeger === undefined || entrance === undefined) {
    return { ...head, seen: 'the gateway does not lead to Jaeger', verdict: 'not asked' };
  }
  const { address: scheme, host, path } = { address: entrance.scheme, host: entrance.host, path: entrance.path };
  const trace = randomBytes(16).toString('hex');
  const headers = { 'x-b3-traceid': trace, 'x-b3-spanid': trace.slice(16), 'x-b3-sampled': '1' };
  const { body, failure, status } = await ask(gateway, { scheme, host, path, headers }, patience);
  const tiers = callPath(body);
  if (tiers.length === 0) {
    const why = failure ?? `the answer (${status ?? 0}) does not tell which tiers there are`;
    return { ...head, seen: why, verdict: 'not asked' };
  }
  const end = Date.now() + longest * 1000;
  let seen = await servicesIn(gateway, jaeger, trace);
  while (Array.isArray(seen) && missingIn(tiers, seen).length > 0 && Date.now() < end) {
    await pause(1000, signal);
    seen = await servicesIn(gateway, jaeger, trace);
  }
  if (typeof seen === 'string') {
    return { ...head, seen: `Jaeger can't be asked: ${seen}`, verdict: 'not asked' };
  }
  const missing = missingIn(tiers, seen);
  const text = `spans of ${seen.length === 0 ? 'nobody' : seen.join(', ')}`;
  return missing.length === 0
    ? { ...head, seen: text, verdict: 'held' }
    : { ...head, seen: `${text}; none of ${missing.join(', ')}`, verdict: 'different' };
}

function isAddOn(inventory: Inventory, host: string): boolean {
  return /^(grafana|prometheus|jaeger|kiali)\./.test(host) || inventory.serviceOf(host) !== undefined;
}

/** The services in a trace, or why Jaeger does not tell. */
async function servicesIn(
  gateway: GatewayAddress,
  { scheme, host }: { readonly scheme: 'http' | 'https'; readonly host: string },
  trace: string,
): Promise<string[] | string> {
  const { status, body, failure } = await ask(gateway, { scheme, host, path: `/api/traces/${trace}` }, patience);
  if (status === 404 && body.includes('trace not found')) {
    return [];
  }
  if (status !== 200) {
    return failure ?? `it answers ${status ?? 0}`;
  }
  const { data } = traces.safeParse(JSON.parse(body));
  const names = (data?.data ?? []).flatMap(({ spans, processes }) =>
    spans.flatMap(({ processID }) => processes[processID]?.serviceName ?? []),
  );
  return [...new Set(names)].sort();
}

/** The tiers of which no span tells. Istio names spans `<app>.<namespace>`; processes call themselves `<app>-<release>`. */
function missingIn(tiers: readonly string[], services: readonly string[]): string[] {
  return tiers.filter((tier) => {
    const app = tier.replace(/-[^-]*$/, '');
    return !services.some((service) => service.split('.')[0] === app);
  });
}
