const policy = (spec: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;
const from = (source: string): string => policy(`rules: [{ from: [{ source: { ${source} } }] }]`);
const to = (operation: string): string => policy(`rules: [{ to: [{ operation: { ${operation} } }] }]`);
const when = (condition: string): string => policy(`rules: [{ when: [{ ${condition} }] }]`);
const custom = (rule: string): string => policy(`action: CUSTOM, provider: { name: login }, rules: [{ ${rule} }]`);
const bound = (target: string): string => policy(`targetRefs: [{ ${target} }], rules: [{}]`);
const ofKind = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: { ${spec} }
`;

/** Policies that fit their schema and are refused by Istio for what their values say. */
export const refusedPolicies: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['namespaces', 'notNamespaces', 'principals', 'notPrincipals', 'requestPrincipals', 'notRequestPrincipals'].map(
      (field) => [`a question that depends on ${field}`, custom(`from: [{ source: { ${field}: [a] } }]`)],
    ),
  ),
  'a question that depends on accounts': custom('from: [{ source: { serviceAccounts: [a] } }]'),
  'a question that depends on a trust domain': custom('from: [{ source: { notTrustDomains: [a] } }]'),
  'a question on a condition of the caller': custom('when: [{ key: source.principal, values: [a] }]'),
  'a question on a condition of the token': custom("when: [{ key: 'request.auth.claims[iss]', values: [a] }]"),
  'a target in another namespace': bound('kind: Service, name: web, namespace: other'),
  'a target in its own namespace, by name': bound('kind: Service, name: web, namespace: shop'),
  'a target of a kind without proxies': bound('group: apps, kind: Deployment, name: web'),
  'a target of a kind in another group': bound('group: networking.istio.io, kind: Gateway, name: web'),
  'a target of telemetry without proxies': ofKind(
    'telemetry.istio.io/v1',
    'Telemetry',
    'targetRefs: [{ kind: Pod, name: web }], tracing: [{ disableSpanReporting: true }]',
  ),
  'a target of tokens without proxies, by the older field': ofKind(
    'security.istio.io/v1',
    'RequestAuthentication',
    'targetRef: { kind: Pod, name: web }, jwtRules: [{ issuer: a.example }]',
  ),
  'a range of more bits than an address has': from('ipBlocks: [10.0.0.0/33]'),
  'a range of bits with a sign': from("notIpBlocks: ['10.0.0.0/+8']"),
  'a range of three numbers': from("remoteIpBlocks: ['10.0.0/8']"),
  'an address with a leading zero': from("notRemoteIpBlocks: ['10.0.0.01']"),
  'an address of letters that are no numbers': from("ipBlocks: ['2001:db8::g']"),
  'a range of more bits than an address of IPv6 has': from("ipBlocks: ['2001:db8::/129']"),
  'a range of two lengths': from("ipBlocks: ['10.0.0.0/8/8']"),
  'an address of nine groups': from("ipBlocks: ['1:2:3:4:5:6:7:8:9']"),
  'an address with two gaps': from("ipBlocks: ['1::2::3']"),
  'an address of IPv4 before a gap': from("ipBlocks: ['1.2.3.4::']"),
  'a trust domain with two stars': from("trustDomains: ['a*b*c']"),
  'a trust domain with a star inside': from("notTrustDomains: ['a*b']"),
  'a trust domain and more': from('trustDomains: [cluster.local/ns/shop]'),
  'an account with a star': from("serviceAccounts: ['shop/*']"),
  'an account without a name': from("serviceAccounts: ['shop/']"),
  'an account of three parts': from("notServiceAccounts: ['a/b/c']"),
  'a template that is half a segment': to("paths: ['/{*}b']"),
  'a template behind the one that ends all': to("paths: ['/{**}/{*}']"),
  'a word in braces': to("notPaths: ['/orders/{id}']"),
  'a space beside a template': to("paths: ['/my orders/{*}']"),
  'a port beyond the last': to("notPorts: ['65536']"),
  'a condition on a port that is none': when('key: destination.port, values: [http]'),
  'a condition on an address that is none': when("key: source.ip, notValues: ['10.0.0.0/40']"),
  'a condition on the address of the callee that is none': when('key: destination.ip, values: [web]'),
  'a condition on an address of origin that is none': when('key: remote.ip, values: [web]'),
  'a condition on a trust domain with a star inside': when("key: source.trustDomain, values: ['a*b']"),
  'a condition on an account with a star': when("key: source.serviceAccount, values: ['*']"),
  'a condition on nothing': when("key: source.namespace, values: ['']"),
  'a condition on a header without a name': when("key: 'request.headers[]', values: [a]"),
  'a condition on a filter without a key': when('key: experimental.envoy.filters.a, values: [a]'),
};

/** Policies that look like these, and are taken. */
export const takenPolicies: Readonly<Record<string, string>> = {
  'a question on hosts, headers and addresses': custom(
    `from: [{ source: { ipBlocks: [10.0.0.0/8], notRemoteIpBlocks: ['::1'] } }], to: [{ operation: { hosts: [a.example] } }],
     when: [{ key: 'request.headers[x-a]', values: [a] }]`,
  ),
  'targets of all kinds': [
    'kind: Service',
    'group: core, kind: Service',
    'group: networking.istio.io, kind: ServiceEntry',
  ]
    .concat(['group: gateway.networking.k8s.io, kind: Gateway', 'group: gateway.networking.k8s.io, kind: GatewayClass'])
    .map((kind, index) => bound(`${kind}, name: istio-waypoint`).replace('name: web', `name: web-${index}`))
    .join('---'),
  'addresses and ranges of all forms': from(
    "ipBlocks: [0.0.0.0/0, 10.1.2.3, 10.1.2.3/32, '::', '::1/128', '2001:db8::/32', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', 'fe80::1%eth0']",
  ),
  'trust domains with a star at an end': from("trustDomains: ['*', 'a.*', '*.a', a.example]"),
  'accounts, with and without a namespace': from('serviceAccounts: [web, shop/web]'),
  'paths with templates, and without': to("paths: ['/a/{*}/b/{**}/c', '/{**}', '/a/*', '*.html', '/a b/*', '/']"),
  'ports from the first to the last': to("ports: ['0', '65535']"),
  'conditions on all that is known': policy(
    `rules: [{ when: [
      { key: destination.port, values: ['80'] }, { key: source.ip, values: [10.0.0.1] },
      { key: source.trustDomain, values: ['*.a'] }, { key: 'request.auth.claims[a][b]', values: [c] },
      { key: 'experimental.envoy.filters.network.mysql_proxy[db.table]', values: ['[select]'] }] }]`,
  ),
};
