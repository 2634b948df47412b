import type * as z from 'zod';
import { fields, flag, item, list, mapping, number, scalarLabels, text, word, words } from '../manifest/lenient';
import { viewerOf } from './view';

const stringMatch = { exact: word, prefix: word, regex: word };
const stringMatches = mapping(item(stringMatch));
const destination = fields({ host: text, subset: text, port: fields({ number }) });
const percentage = fields({ value: number });
/** Of a request; of answers nobody asks. */
const headers = fields({ request: fields({ set: mapping(word), add: mapping(word), remove: words }) });
const weighted = list(item({ destination, weight: number, headers }));

const httpMatch = item({
  name: text,
  uri: fields(stringMatch),
  scheme: fields(stringMatch),
  method: fields(stringMatch),
  authority: fields(stringMatch),
  headers: stringMatches,
  withoutHeaders: stringMatches,
  queryParams: stringMatches,
  port: number,
  sourceLabels: scalarLabels,
  sourceNamespace: text,
  gateways: words,
  ignoreUriCase: flag,
});

const httpRoute = item({
  name: text,
  match: list(httpMatch),
  route: weighted,
  redirect: fields({ uri: text, authority: text, scheme: text, port: number, redirectCode: number }),
  directResponse: fields({ status: number }),
  delegate: fields({ name: text, namespace: text }),
  rewrite: fields({ uri: text, uriRegexRewrite: fields({ match: text, rewrite: text }), authority: text }),
  headers,
  timeout: text,
  retries: fields({ attempts: number, perTryTimeout: text, retryOn: text }),
  fault: fields({
    delay: fields({ percentage, fixedDelay: text }),
    abort: fields({ percentage, httpStatus: number, grpcStatus: text }),
  }),
  mirror: destination,
  mirrorPercentage: percentage,
  mirrors: list(item({ destination, percentage })),
});

const l4Match = {
  destinationSubnets: words,
  port: number,
  sourceLabels: scalarLabels,
  sourceNamespace: text,
  gateways: words,
};

/** @see https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export const virtualService = viewerOf('networking.istio.io', 'VirtualService', {
  hosts: words,
  gateways: words,
  exportTo: words,
  http: list(httpRoute),
  tcp: list(item({ match: list(item(l4Match)), route: weighted })),
  tls: list(item({ match: list(item({ ...l4Match, sniHosts: words })), route: weighted })),
});

export type VirtualService = ReturnType<typeof virtualService.view>;
export type HttpRoute = z.output<typeof httpRoute>;
export type HttpMatch = z.output<typeof httpMatch>;
export type StringMatch = NonNullable<HttpMatch['uri']>;
export type WeightedDestination = z.output<typeof weighted>[number];
export type ConnectionMatch = VirtualService['spec']['tcp'][number]['match'][number];
export type Destination = NonNullable<WeightedDestination['destination']>;

/** A rule for connections as one for HTTP that asks nothing of requests. */
export function connectionRoute({ route }: Pick<HttpRoute, 'route'>): HttpRoute {
  return { ...unruled, route };
}

const unruled: HttpRoute = httpRoute.parse({});

/** Whether sidecars get a VirtualService: they do unless it names gateways alone. */
export function isForMesh({ spec: { gateways } }: VirtualService): boolean {
  return gateways.length === 0 || gateways.includes('mesh');
}
