import { routeReport } from '../../../cli/route/route';
import { inventoryFrom } from '../../analysis/inputs';
import { networking, shop } from '../../analysis/routing/world';

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
