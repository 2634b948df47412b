import { request } from 'undici';
import * as z from 'zod';
import type { Message, Named } from '../envoy/envoy-config';
import { until } from '../parts/until';
import type { Istiod } from './istiod';
import { type Node, Subscription } from './subscription';

/** What istiod tells a proxy, in Envoy's JSON. */
export interface Configuration {
  readonly listeners: readonly Named[];
  readonly clusters: readonly Named[];
  readonly routes: readonly Named[];
  readonly endpoints: readonly Message[];
}

/** Where a kind is known anyway, Envoy does not want to be told. */
const named = z.looseObject({ name: z.string() }).transform(({ '@type': _, ...one }) => ({ ...one, name: one.name }));
const Dump = z.object({
  configs: z.array(
    z.looseObject({
      '@type': z.string(),
      dynamicActiveClusters: z.array(z.object({ cluster: named })).default([]),
      dynamicListeners: z.array(z.object({ activeState: z.object({ listener: named }) })).default([]),
      dynamicRouteConfigs: z.array(z.object({ routeConfig: named })).default([]),
      dynamicEndpointConfigs: z.array(z.object({ endpointConfig: z.looseObject({}) })).default([]),
    }),
  ),
});

/** All that istiod has for a proxy now: that of listeners names routes, and that of clusters endpoints. */
export async function configurationOf(istiod: Istiod, node: Node): Promise<Configuration> {
  const subscription = new Subscription(istiod.discovery, node);
  try {
    // Asked in this order, there are clusters only once listeners were asked for; of those a gateway may have none.
    subscription.ask('listeners');
    subscription.ask('clusters');
    const { listeners, clusters } = await dumped(istiod, node, (one) => one.clusters.length > 0);
    const routes = [...new Set(JSON.stringify(listeners).match(/(?<="routeConfigName":")[^"]+/g) ?? [])];
    const discovered = clusters.filter(({ type }) => type === 'EDS').map(({ name }) => name);
    if (routes.length > 0) {
      subscription.ask('routes', routes);
    }
    if (discovered.length > 0) {
      subscription.ask('endpoints', discovered);
    }
    return await dumped(
      istiod,
      node,
      (one) => one.routes.length >= routes.length && one.endpoints.length >= discovered.length,
    );
  } finally {
    await subscription.end();
  }
}

async function dumped(
  { debug }: Istiod,
  { id }: Node,
  isComplete: (one: Configuration) => boolean,
): Promise<Configuration> {
  const pod = id.split('~')[2] ?? '';
  let found: Configuration | undefined;
  await until(`istiod tells what it has for ${pod}`, async () => {
    const { statusCode, body } = await request(`${debug}/debug/config_dump?proxyID=${pod}-&include_eds`);
    const text = await body.text();
    found = statusCode === 200 ? read(text) : undefined;
    return found !== undefined && isComplete(found);
  });
  if (found === undefined) {
    throw new Error(`istiod told nothing for ${pod}`);
  }
  return found;
}

function read(text: string): Configuration {
  const { configs } = Dump.parse(JSON.parse(text));
  return {
    clusters: configs.flatMap((one) => one.dynamicActiveClusters.map(({ cluster }) => cluster)),
    listeners: configs.flatMap((one) => one.dynamicListeners.map(({ activeState: { listener } }) => listener)),
    routes: configs.flatMap((one) => one.dynamicRouteConfigs.map(({ routeConfig: config }) => config)),
    endpoints: configs.flatMap((one) => one.dynamicEndpointConfigs.map(({ endpointConfig: config }) => config)),
  };
}
