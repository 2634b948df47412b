import { networking, service } from '../routing/world';

const namespace = (name: string, labels = 'istio-injection: enabled'): string =>
  `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { ${labels} } } }`;

const pods = (name: string, of: string, calls = '', labels = `app: ${name}`): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${of} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { ${labels} } }
    spec:
      serviceAccountName: ${name}
      containers: [{ name: app, env: [{ name: CALLED, value: '${calls}' }], ports: [{ containerPort: 8080 }] }]
`;

const gatewayApi = (kind: string, name: string, of: string, spec: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${of} }
spec: ${spec}
`;

const denied = (of: string): string =>
  `{ apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: { name: nobody, namespace: ${of} }, spec: {} }`;

const meshConfig = (mesh: string): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "${mesh}" }
`;

const shop = [
  namespace('shop'),
  namespace('pay'),
  pods('web', 'shop', 'http://pay.pay/'),
  pods('pay', 'pay'),
  service('pay', 'pay'),
];
const elsewhere = [namespace('far'), pods('far', 'far'), service('far', 'far')];
const toFar = '{ http: [{ route: [{ destination: { host: far.far.svc.cluster.local } }] }] }';
const server = (host: string): string =>
  `{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['${host}'] }] }`;
const secured = (...hosts: readonly string[]): string =>
  `{ selector: { istio: ingressgateway }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: SIMPLE, credentialName: c }, hosts: [${hosts.join(', ')}] }] }`;
const entered = (host: string): string =>
  `{ hosts: ['${host}'], gateways: [pay/entry], http: [{ route: [{ destination: { host: pay } }] }] }`;

const rule = 'rules: [{ backendRefs: [{ name: pay, namespace: pay, port: 80 }] }]';

/** Meshes in which something far away decides about a call, by what it does there. */
export const farReaching: Readonly<Record<string, readonly string[]>> = {
  'a delegate in a third namespace leads to a fourth': [
    ...shop,
    ...elsewhere,
    namespace('rules'),
    networking(
      'VirtualService',
      'pay',
      'pay',
      '{ hosts: [pay], http: [{ delegate: { name: inner, namespace: rules } }] }',
    ),
    networking('VirtualService', 'inner', 'rules', toFar),
  ],
  'a delegate leads where only the route of another host is known to lead': [
    ...shop,
    ...elsewhere,
    networking('Sidecar', 'scope', 'shop', `{ egress: [{ hosts: ['pay/*', 'aside/*'] }] }`),
    networking(
      'VirtualService',
      'pay',
      'pay',
      '{ hosts: [pay], http: [{ delegate: { name: inner, namespace: pay } }] }',
    ),
    networking('VirtualService', 'inner', 'pay', toFar),
    networking('VirtualService', 'beside', 'aside', toFar.replace('{ http', '{ hosts: [aside], http')),
  ],
  'a wildcard entry declares what is called': [
    namespace('shop'),
    pods('web', 'shop', 'http://api.example.com/'),
    networking(
      'ServiceEntry',
      'wide',
      'far',
      `{ hosts: ['*.example.com'], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: NONE }`,
    ),
    networking(
      'Sidecar',
      'scope',
      'shop',
      `{ outboundTrafficPolicy: { mode: REGISTRY_ONLY }, egress: [{ hosts: ['./*'] }] }`,
    ),
  ],
  'a short name is that of a Service beside the caller, or else of another': [
    ...shop,
    pods('short', 'shop', 'http://pay.pay:80/'),
    networking(
      'ServiceEntry',
      'nearer',
      'shop',
      '{ hosts: [pay.pay], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
    ),
    networking(
      'Sidecar',
      'scope',
      'shop',
      `{ outboundTrafficPolicy: { mode: REGISTRY_ONLY }, egress: [{ hosts: ['./*'] }] }`,
    ),
  ],
  'pods that call are a gateway by a Gateway for another host': [
    ...shop,
    networking('Gateway', 'all', 'far', server('*').replace('istio: ingressgateway', 'app: web')),
    networking('Gateway', 'other', 'far', server('one.example.com').replace('istio: ingressgateway', 'app: web')),
    networking('VirtualService', 'pay', 'pay', entered('pay.pay.svc.cluster.local').replace('pay/entry', 'far/all')),
  ],
  'the root namespace is another': [
    ...shop,
    namespace('roots'),
    meshConfig('rootNamespace: roots'),
    denied('roots'),
    denied('istio-system'),
  ],
  'a Gateway takes any host that no route has': [
    ...shop,
    networking('Gateway', 'entry', 'pay', server('*.example.com')),
    networking('VirtualService', 'wide', 'pay', entered('*.example.com')),
  ],
  'the gateway lets nobody in': [
    ...shop,
    networking('Gateway', 'entry', 'pay', server('*.example.com')),
    networking('VirtualService', 'wide', 'pay', entered('*.example.com')),
    denied('istio-system').replace('spec: {}', 'spec: { selector: { matchLabels: { istio: ingressgateway } } }'),
  ],
  'a Gateway takes any host until a route has one': [
    ...shop,
    networking('Gateway', 'entry', 'pay', server('*.example.com')),
    networking('VirtualService', 'wide', 'pay', entered('*.example.com')),
    networking('VirtualService', 'narrow', 'far', entered('one.example.com').replace('pay/entry', 'far/none')),
  ],
  'a Gateway takes any host until a listener of the other API has one': [
    ...shop,
    networking('Gateway', 'entry', 'pay', server('*.example.com')),
    networking('VirtualService', 'wide', 'pay', entered('*.example.com')),
    gatewayApi(
      'Gateway',
      'other',
      'far',
      '{ gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: one.example.com }] }',
    ),
    gatewayApi('HTTPRoute', 'other', 'far', `{ parentRefs: [{ name: other }], ${rule} }`),
    denied('pay'),
  ],
  'a server of an older Gateway leaves out one that has another host as well': [
    ...shop,
    networking('Gateway', 'older', 'far', secured('one.example.com')),
    networking('Gateway', 'entry', 'pay', secured('one.example.com', 'two.example.com')),
    networking('VirtualService', 'two', 'pay', entered('two.example.com')),
  ],
  'a server of an older Gateway does not speak TLS at the port of another': [
    ...shop,
    networking('Gateway', 'older', 'far', server('one.example.com').replace('number: 80', 'number: 443')),
    networking('Gateway', 'entry', 'pay', secured('two.example.com')),
    networking('VirtualService', 'two', 'pay', entered('two.example.com')),
  ],
  'a listener admits namespaces by their labels': [
    ...shop,
    namespace('gates', ''),
    namespace('rules', ''),
    gatewayApi(
      'Gateway',
      'entry',
      'gates',
      `{ gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP,
        allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { istio-injection: enabled } } } } }] }`,
    ),
    gatewayApi('HTTPRoute', 'pay', 'rules', `{ parentRefs: [{ name: entry, namespace: gates }], ${rule} }`),
    denied('pay'),
  ],
};
