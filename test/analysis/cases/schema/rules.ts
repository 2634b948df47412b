import { change, type Mutation, nothing } from '../../mutation';

const http = 'spec.http.*';
const firstServer = 'spec.servers.0';
const outliers = 'spec.trafficPolicy.outlierDetection';
const duplicated: Parameters<typeof change>[2] = (old) => (Array.isArray(old) ? [...old, ...old] : old);

/** Objects that fit their schema and are refused all the same. */
export const brokenRules: Readonly<Record<string, Mutation>> = {
  'no routes at all': change('VirtualService', 'spec.http', nothing),
  'a route to nowhere': change('VirtualService', `${http}.route`, nothing),
  'a route that redirects as well': change('VirtualService', `${http}.redirect`, { uri: '/other' }),
  'a route that answers as well': change('VirtualService', `${http}.directResponse`, { status: 200 }),
  'a route that delegates as well': change('VirtualService', `${http}.delegate`, { name: 'other' }),
  'a TLS route without names': change('VirtualService', 'spec.tls', [{ route: [{ destination: { host: 'web' } }] }]),
  'a negative weight': change('VirtualService', `${http}.route.0.weight`, -1),
  'a host twice': change('VirtualService', 'spec.hosts', duplicated),
  'a host with a scheme': change('VirtualService', 'spec.hosts.*', 'http://shop.example'),
  'a header with a space': change('VirtualService', `${http}.match.*.headers`, { 'x canary': { exact: 'true' } }),
  'a pseudo header removed': change('VirtualService', `${http}.headers`, { request: { remove: [':path'] } }),
  'a header set without a name': change('VirtualService', `${http}.headers`, { response: { set: { '': 'a' } } }),
  'a regex that looks ahead': change('VirtualService', `${http}.match.*.uri`, { regex: '/(?!admin).*' }),
  'a regex that refers back': change('VirtualService', `${http}.match.*.headers.*`, { regex: '(a)\\1' }),
  'a regex with an open group': change('VirtualService', `${http}.match.*.headers.*`, { regex: '(stable|canary' }),
  'a regex that only repeats': change('VirtualService', `${http}.match.*.headers.*`, { regex: '*' }),
  'a rewrite that looks behind': change('VirtualService', `${http}.rewrite`, {
    uriRegexRewrite: { match: '(?<=/a)b', rewrite: 'c' },
  }),
  'retries on a word of their own': change('VirtualService', `${http}.retries`, { attempts: 2, retryOn: 'timeout' }),
  'retries with a space': change('VirtualService', `${http}.retries`, { attempts: 2, retryOn: '5xx, reset' }),
  'retries switched off with a timeout': change('VirtualService', `${http}.retries`, {
    attempts: 0,
    perTryTimeout: '1s',
  }),
  'a share above all': change('VirtualService', `${http}.mirrorPercentage`, { value: 101 }),
  'a fault with a status of its own': change('VirtualService', `${http}.fault`, { abort: { httpStatus: 20 } }),
  'a fault that does nothing': change('VirtualService', `${http}.fault`, {}),
  'two subsets of one name': change('DestinationRule', 'spec.subsets', duplicated),
  'a subset without a name': change('DestinationRule', 'spec.subsets.*.name', ''),
  'a subset with a dot': change('DestinationRule', 'spec.subsets.*.name', 'v1.0'),
  'local failures nobody counts': change('DestinationRule', `${outliers}.consecutiveLocalOriginFailures`, 5),
  'more ejections than all': change('DestinationRule', `${outliers}.maxEjectionPercent`, 150),
  'a pool without limits': change('DestinationRule', 'spec.trafficPolicy.connectionPool', {}),
  'a pool below nothing': change('DestinationRule', 'spec.trafficPolicy.connectionPool', {
    tcp: { maxConnections: -1 },
  }),
  'mutual TLS without a certificate': change('DestinationRule', 'spec.trafficPolicy.tls', { mode: 'MUTUAL' }),
  'a Gateway without servers': change('Gateway', 'spec.servers', []),
  'two ports of one name': change('Gateway', 'spec.servers', duplicated),
  'a server without hosts': change('Gateway', `${firstServer}.hosts`, []),
  'a server for a short name': change('Gateway', `${firstServer}.hosts.0`, 'web'),
  'a server for half a label': change('Gateway', `${firstServer}.hosts.0`, '*shop.example'),
  'a protocol of its own': change('Gateway', `${firstServer}.port.protocol`, 'WEB'),
  'HTTPS without a certificate': change('Gateway', firstServer, {
    port: { number: 8443, name: 'secure', protocol: 'HTTPS' },
    hosts: ['*'],
    tls: { mode: 'SIMPLE' },
  }),
  'HTTPS without TLS': change('Gateway', `${firstServer}.port.protocol`, 'HTTPS'),
  'HTTP with a certificate': change('Gateway', firstServer, {
    port: { number: 80, name: 'plain', protocol: 'HTTP' },
    hosts: ['*'],
    tls: { mode: 'SIMPLE', credentialName: 'shop' },
  }),
  'a wildcard that DNS should resolve': change('ServiceEntry', 'spec.hosts.0', '*.example.com'),
  'ports of one name': change('ServiceEntry', 'spec.ports', [
    { number: 80, name: 'a', protocol: 'HTTP' },
    { number: 81, name: 'a', protocol: 'HTTP' },
  ]),
  'endpoints that are not used': change('ServiceEntry', 'spec', {
    hosts: ['pay.example'],
    ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
    endpoints: [{ address: '10.0.0.1' }],
  }),
  'an egress host without a namespace': change('Sidecar', 'spec.egress.*.hosts.*', 'web.shop.svc.cluster.local'),
  'an egress host with a short name': change('Sidecar', 'spec.egress.*.hosts.*', './web'),
  'a Sidecar that says nothing': change('Sidecar', 'spec', {}),
  'visible twice': change('VirtualService', 'spec.exportTo', ['.', '.']),
  'visible to all and some': change('DestinationRule', 'spec.exportTo', ['*', 'shop']),
  'a deny without rules': change('AuthorizationPolicy', 'spec', { action: 'DENY' }),
  'a question to nobody': change('AuthorizationPolicy', 'spec', { action: 'CUSTOM', rules: [{}] }),
  'a provider nobody asks': change('AuthorizationPolicy', 'spec.provider', { name: 'ext' }),
  'a source that names nobody': change('AuthorizationPolicy', 'spec.rules.*.from.*.source', {}),
  'a principal that is empty': change('AuthorizationPolicy', 'spec.rules.*.from.*.source.principals.*', ''),
  'an operation that names nothing': change('AuthorizationPolicy', 'spec.rules.*.to.*.operation', {}),
  'a port by its name': change('AuthorizationPolicy', 'spec.rules.*.to.*.operation.ports', ['http']),
  'a condition on nothing known': change('AuthorizationPolicy', 'spec.rules.*.when', [
    { key: 'request.path', values: ['/'] },
  ]),
  'a condition without values': change('AuthorizationPolicy', 'spec.rules.*.when', [{ key: 'source.ip' }]),
  'ports of all workloads': change('PeerAuthentication', 'spec', { portLevelMtls: { 8080: { mode: 'DISABLE' } } }),
  'a dry run of a route': change('VirtualService', 'metadata.annotations', { 'istio.io/dry-run': 'true' }),
  'a dry run that is neither': change('AuthorizationPolicy', 'metadata.annotations', { 'istio.io/dry-run': 'yes' }),
};
