import { ask, gateway, networking, shop } from '../routing/world';

const policy = (namespace: string, spec: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: own, namespace: ${namespace} }
spec: ${spec}
`;
const orders = (http: string, gateways = 'mesh'): string =>
  networking(
    'VirtualService',
    'orders',
    'shop',
    `{ hosts: [orders, shop.example], gateways: [${gateways}], http: ${http} }`,
  );
const route = 'route: [{ destination: { host: orders, subset: v1 } }]';
const allowing = (operation: string): string =>
  policy('shop', `{ rules: [{ to: [{ operation: { ${operation} } }] }] }`);
const refusals = (
  texts: readonly string[],
  url = 'http://orders/a/b',
  headers: Readonly<Record<string, string>> = {},
) =>
  ask([...shop, ...texts], 'web', url, headers).branches.flatMap(({ admissions }) =>
    admissions.map(({ access }) => access.verdict),
  );

describe('pods decide about a request as it gets to them', () => {
  const rewrite = orders(`[{ match: [{ uri: { prefix: /a } }], rewrite: { uri: /c }, ${route} }]`);

  it('by the path that the rule has made of it', () => {
    expect(refusals([rewrite, allowing("paths: ['/a/*']")])).toEqual(['denied']);
    expect(refusals([rewrite, allowing("paths: ['/c/*']")])).toEqual(['allowed']);
  });

  it('by the path as the mesh reads it, after the rule as well', () => {
    const escaped = orders(`[{ match: [{ uri: { prefix: /a } }], rewrite: { uri: '/%63' }, ${route} }]`);
    expect(refusals([escaped, allowing("paths: ['/c/*']")])).toEqual(['allowed']);
  });

  it('by the host with its port, if that is not the usual one', () => {
    const host = allowing('hosts: [orders]');
    expect(refusals([host])).toEqual(['allowed', 'allowed']);
    expect(refusals([host], 'http://orders.shop/a')).toEqual(['denied', 'denied']);
  });

  it('by headers that somebody sent, set or removed, and leave open what nobody said', () => {
    const asking = policy('shop', "{ rules: [{ when: [{ key: 'request.headers[x-team]', values: [web] }] }] }");
    const changing = (change: string) => orders(`[{ headers: { request: { ${change} } }, ${route} }]`);
    expect(refusals([asking, orders(`[{ ${route} }]`)])).toEqual(['partly']);
    expect(refusals([asking, orders(`[{ ${route} }]`)], 'http://orders/', { 'X-Team': 'web' })).toEqual(['allowed']);
    expect(refusals([asking, orders(`[{ ${route} }]`)], 'http://orders/', { 'X-Team': 'other' })).toEqual(['denied']);
    expect(refusals([asking, changing('set: { X-Team: web }')])).toEqual(['allowed']);
    expect(refusals([asking, changing('remove: [x-team]')], 'http://orders/', { 'x-team': 'web' })).toEqual(['denied']);
  });
});

describe('a gateway', () => {
  const edge = networking(
    'Gateway',
    'edge',
    'shop',
    `{ selector: { istio: ingressgateway }, servers: [
        { port: { number: 80, name: http, protocol: HTTP }, hosts: ['*'] },
        { port: { number: 443, name: tls, protocol: TLS }, tls: { mode: PASSTHROUGH }, hosts: ['*'] } ] }`,
  );
  const passing = networking(
    'VirtualService',
    'passing',
    'shop',
    `{ hosts: [tls.example], gateways: [edge], tls: [{ match: [{ port: 443, sniHosts: [tls.example] }], ${route} }] }`,
  );
  const atEdge = (url: string, spec: string) => {
    const texts = [
      edge,
      orders(`[{ match: [{ uri: { prefix: /old } }], redirect: { uri: /new } }, { ${route} }]`, 'edge'),
    ];
    return ask([...shop, ...texts, passing, policy('istio-system', spec)], gateway, url);
  };
  const denying = (operation: string) => `{ action: DENY, rules: [{ to: [{ operation: { ${operation} } }] }] }`;

  it.each([
    ['a route', 'http://shop.example/secret', 'paths: [/secret]'],
    ['a redirect', 'http://shop.example/old/x', "paths: ['/old/*']"],
    ['404', 'http://nobody.example/', 'hosts: [nobody.example]'],
  ])('asks its own policies before it answers with %s', (_, url, operation) => {
    const { direct, branches, failure } = atEdge(url, denying(operation));
    expect(direct).toEqual({ status: 403, reason: 'rule 0 of AuthorizationPolicy istio-system/own denies it' });
    expect(failure).toBe(direct);
    expect(branches).toEqual([]);
  });

  it('lets in what they do not refuse', () => {
    expect(atEdge('http://shop.example/open', denying('paths: [/secret]')).direct).toBeUndefined();
  });

  it('closes connections that it does not look into', () => {
    expect(atEdge('https://tls.example/', denying("ports: ['443']")).direct?.status).toBe(0);
    expect(atEdge('https://tls.example/', denying("ports: ['80']")).direct).toBeUndefined();
  });
});
