import { routeReport } from '../../../cli/route/route';
import { inventoryFrom } from '../../analysis/inputs';
import { namespaces, networking, shop } from '../../analysis/routing/world';

const routed = (match: string, host = 'orders'): string =>
  networking(
    'VirtualService',
    'orders',
    'shop',
    `{ hosts: [orders], http: [{ match: [${match}], route: [{ destination: { host: ${host} } }] }] }`,
  );
const gateway = networking(
  'Gateway',
  'edge',
  'shop',
  '{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example] }] }',
);
const entry = (host: string): string =>
  networking(
    'VirtualService',
    'edge',
    'shop',
    `{ hosts: [shop.example], gateways: [edge], http: [{ match: [{ uri: { prefix: /cart } }], route: [{ destination: { host: ${host} } }] }] }`,
  );

describe('the table of routes', () => {
  const isFine = (...texts: readonly string[]): boolean =>
    routeReport(inventoryFrom(...texts), { header: [] }, []).isFine;

  it('is fine where rules take some requests and leave others', () => {
    expect(isFine(...shop, gateway, entry('web'))).toBe(true);
  });

  it('is not where a rule leads nowhere', () => {
    expect(isFine(...shop, gateway, entry('nobody'))).toBe(false);
  });

  it('names the rest as what it is', () => {
    expect(
      routeReport(inventoryFrom(...shop, gateway, entry('web'), routed('{ uri: { exact: /a } }')), { header: [] }, [])
        .text,
    ).toContain('404: no rule of the VirtualService matches the request');
  });
});

describe('a single request', () => {
  const told = (url: string): string =>
    shop[1]?.replace('image: app,', `image: app, env: [{ name: ORDERS, value: '${url}' }],`) ?? '';
  const inventory = (...texts: readonly string[]) =>
    inventoryFrom(namespaces('shop'), told('http://orders/'), ...shop.slice(2), ...texts);
  const verdicts = (...texts: readonly string[]): readonly boolean[] => {
    const options = { from: 'shop/web', header: [] };
    const found = inventory(...texts);
    return [routeReport(found, options, ['http://orders/']), routeReport(found, options, [])].map(
      ({ isFine }) => isFine,
    );
  };
  const mutual = networking(
    'DestinationRule',
    'mutual',
    'shop',
    '{ host: orders, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }',
  );

  it('is judged as the table judges the same call', () => {
    expect(verdicts()).toEqual([true, true]);
  });

  it('fails as in the table where the two ends speak different TLS', () => {
    const bare = networking('PeerAuthentication', 'off', 'shop', '{ mtls: { mode: DISABLE } }').replace(
      'networking.istio.io',
      'security.istio.io',
    );
    expect(verdicts(mutual, bare)).toEqual([false, false]);
  });

  it('fails as in the table where no pod lets it in', () => {
    const nobody = networking('AuthorizationPolicy', 'nobody', 'shop', '{}').replace(
      'networking.istio.io',
      'security.istio.io',
    );
    expect(verdicts(nobody)).toEqual([false, false]);
  });

  it('fails as in the table where a pod is told to ask for what no rule takes', () => {
    expect(verdicts(routed('{ uri: { exact: /a } }'))).toEqual([false, false]);
  });
});

describe('mirrors', () => {
  it('have the share of the requests that is copied', () => {
    const mirrored = networking(
      'VirtualService',
      'orders',
      'shop',
      '{ hosts: [orders], http: [{ route: [{ destination: { host: orders } }], mirror: { host: web }, mirrorPercentage: { value: 25 } }] }',
    );
    const { json } = routeReport(inventoryFrom(...shop, mirrored), { from: 'shop/web', header: [] }, [
      'http://orders/',
    ]);
    expect(json).toMatchObject([{ mirrors: [{ host: 'web.shop.svc.cluster.local', share: 0.25 }] }]);
  });
});
