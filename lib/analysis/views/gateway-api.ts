import { fields, item, list, number, text, words } from '../manifest/lenient';
import { labelSelector } from './selector';
import { viewerOf } from './view';

const group = 'gateway.networking.k8s.io';
const reference = { group: text, kind: text, name: text, namespace: text, port: number };
const named = list(item({ type: text, name: text, value: text }));
const parentRefs = list(item({ ...reference, sectionName: text }));
const pathModifier = fields({ replaceFullPath: text, replacePrefixMatch: text });
const requestRedirect = fields({
  scheme: text,
  hostname: text,
  port: number,
  statusCode: number,
  path: pathModifier,
});
const requestMirror = fields({
  backendRef: fields(reference),
  percent: number,
  fraction: fields({ numerator: number, denominator: number }),
});
const urlRewrite = fields({ hostname: text, path: pathModifier });
const requestHeaderModifier = fields({ set: named, add: named, remove: words });
const filters = list(item({ type: text, requestMirror, requestRedirect, urlRewrite, requestHeaderModifier }));
const backendRefs = list(item({ ...reference, weight: number, filters }));
const l4Rules = list(item({ backendRefs }));

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass */
export const gatewayClass = viewerOf(group, 'GatewayClass', { controllerName: text });

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#gateway */
export const kubernetesGateway = viewerOf(group, 'Gateway', {
  gatewayClassName: text,
  addresses: list(item({ type: text, value: text })),
  listeners: list(
    item({
      name: text,
      port: number,
      protocol: text,
      hostname: text,
      tls: fields({ mode: text }),
      allowedRoutes: fields({
        namespaces: fields({ from: text, selector: labelSelector }),
        kinds: list(item({ group: text, kind: text })),
      }),
    }),
  ),
});

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
export const httpRoute = viewerOf(group, 'HTTPRoute', {
  parentRefs,
  hostnames: words,
  rules: list(
    item({
      name: text,
      matches: list(
        item({ path: fields({ type: text, value: text }), headers: named, queryParams: named, method: text }),
      ),
      filters,
      backendRefs,
      timeouts: fields({ request: text, backendRequest: text }),
    }),
  ),
});

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute */
export const grpcRoute = viewerOf(group, 'GRPCRoute', {
  parentRefs,
  hostnames: words,
  rules: list(
    item({
      name: text,
      matches: list(item({ method: fields({ type: text, service: text, method: text }), headers: named })),
      filters,
      backendRefs,
    }),
  ),
});

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute */
export const tlsRoute = viewerOf(group, 'TLSRoute', { parentRefs, hostnames: words, rules: l4Rules });

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute */
export const tcpRoute = viewerOf(group, 'TCPRoute', { parentRefs, rules: l4Rules });

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant */
export const referenceGrant = viewerOf(group, 'ReferenceGrant', {
  from: list(item({ group: text, kind: text, namespace: text })),
  to: list(item({ group: text, kind: text, name: text })),
});

export type KubernetesGateway = ReturnType<typeof kubernetesGateway.view>;
export type Listener = KubernetesGateway['spec']['listeners'][number];
export type GrpcRoute = ReturnType<typeof grpcRoute.view>;
export type HttpRoute = ReturnType<typeof httpRoute.view>;
export type TcpRoute = ReturnType<typeof tcpRoute.view>;
export type TlsRoute = ReturnType<typeof tlsRoute.view>;
export type ReferenceGrant = ReturnType<typeof referenceGrant.view>;
