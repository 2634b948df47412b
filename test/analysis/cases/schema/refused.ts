const object = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;
const istio = (kind: string, spec: string): string => object('networking.istio.io/v1', kind, spec);
const policy = (spec: string): string => object('security.istio.io/v1', 'AuthorizationPolicy', spec);

const route = (rule: string): string => istio('VirtualService', `hosts: [web], http: [{ ${rule} }]`);
const toWeb = 'route: [{ destination: { host: web } }]';
const matching = (regex: string): string => route(`match: [{ uri: { regex: '${regex}' } }], ${toWeb}`);
const rule = (traffic: string): string => istio('DestinationRule', `host: web, trafficPolicy: { ${traffic} }`);
const server = (port: string, hosts: string, tls = ''): string =>
  istio('Gateway', `selector: { istio: ingressgateway }, servers: [{ port: { ${port} }, hosts: [${hosts}], ${tls} }]`);
const https = (tls: string): string =>
  server('number: 443, name: https, protocol: HTTPS', 'shop.example', `tls: { ${tls} }`);
const http = 'number: 80, name: http, protocol: HTTP';
const entry = (ports: string, more: string, hosts = 'pay.example'): string =>
  istio('ServiceEntry', `hosts: [${hosts}], ports: [{ ${ports} }], ${more}`);

/** YAML that fits its schema and is refused by Istio, or that does not even fit, for reasons of all kinds. */
export const refused: Readonly<Record<string, string>> = {
  'a delegate of a gateway': istio('VirtualService', `gateways: [edge], http: [{ ${toWeb} }]`),
  'a redirect to another scheme': route('redirect: { scheme: ftp }'),
  'a redirect that rewrites as well': route('redirect: { uri: /a }, rewrite: { uri: /b }'),
  'a route of TCP to nowhere': istio('VirtualService', 'hosts: [web], tcp: [{ match: [{ port: 80 }] }]'),
  'retries below none': route(`retries: { attempts: -1 }, ${toWeb}`),
  'a regex that repeats possessively': matching('/a++'),
  'a regex with an atomic group': matching('(?>a)b'),
  'a regex that is empty': matching(''),
  'a regex beyond the longest': matching('a'.repeat(1025)),
  'a host that is none': istio('DestinationRule', "host: 'http://web'"),
  'visible to what is no namespace': istio('DestinationRule', 'host: web, exportTo: [shop/web]'),
  'certificates named twice to a server': rule('tls: { mode: SIMPLE, credentialName: web, caCertificates: /ca }'),
  'a certificate without its key': rule('tls: { mode: MUTUAL, clientCertificate: /c, caCertificates: /ca }'),
  'a server in what is no namespace': server(http, 'Shop_1/shop.example'),
  'a server at a port that is none': server('number: 70000, name: http, protocol: HTTP', 'shop.example'),
  'a server at a port with an empty name': server("number: 80, name: '', protocol: HTTP", 'shop.example'),
  'a server that says where its port goes': server(`${http}, targetPort: 8080`, 'shop.example'),
  'a certificate beside that of the mesh': https('mode: ISTIO_MUTUAL, credentialName: web'),
  'a certificate by Secret and by file': https(
    'mode: SIMPLE, credentialName: web, serverCertificate: /c, privateKey: /k',
  ),
  'clients whose certificates nobody checks': https('mode: MUTUAL, serverCertificate: /c, privateKey: /k'),
  'an entry with a protocol of its own': entry('number: 443, name: tls, protocol: WEB', 'resolution: DNS'),
  'an entry whose port has no name for one': entry('number: 443, name: tls_1, protocol: TLS', 'resolution: DNS'),
  'an entry with two ports of one number': entry(
    'number: 443, name: a, protocol: TLS }, { number: 443, name: b, protocol: TLS',
    'resolution: DNS',
  ),
  'an entry of two hosts at one port of TCP': entry(
    'number: 5432, name: tcp, protocol: TCP',
    'resolution: DNS, addresses: [240.0.0.7]',
    'a.example, b.example',
  ),
  'an entry for what is no host': entry('number: 443, name: tls, protocol: TLS', 'resolution: DNS', "'a.example/pay'"),
  'two endpoints where one is asked': entry(
    'number: 443, name: tls, protocol: TLS',
    'resolution: DNS_ROUND_ROBIN, endpoints: [{ address: a.example }, { address: b.example }]',
  ),
  'a range of addresses that DNS should know': entry(
    'number: 443, name: tls, protocol: TLS',
    'resolution: DNS, addresses: [10.0.0.0/8]',
  ),
  'an endpoint at a port that the entry does not have': entry(
    'number: 443, name: tls, protocol: TLS',
    'resolution: STATIC, endpoints: [{ address: 10.0.0.1, ports: { https: 8443 } }]',
  ),
  'a listener of a Sidecar without hosts': istio('Sidecar', 'egress: [{ hosts: [] }]'),
  'a listener for all others before another': istio('Sidecar', "egress: [{ hosts: ['./*'] }, { hosts: ['*/*'] }]"),
  'two listeners at one port': istio(
    'Sidecar',
    `ingress: [
      { port: { number: 80, name: a, protocol: HTTP }, defaultEndpoint: '127.0.0.1:8080' },
      { port: { number: 80, name: b, protocol: HTTP }, defaultEndpoint: '127.0.0.1:8081' }]`,
  ),
  'an account beside a namespace': policy(
    'rules: [{ from: [{ source: { serviceAccounts: [web], namespaces: [a] } }] }]',
  ),
  'mutual TLS of a port that is none': object(
    'security.istio.io/v1',
    'PeerAuthentication',
    'selector: { matchLabels: { app: web } }, portLevelMtls: { http: { mode: STRICT } }',
  ),
  'a kind that is like no other': istio('Mesh', ''),
};
