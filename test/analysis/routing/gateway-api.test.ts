import { lineOf } from '../../../lib/analysis/manifest/line';
import { callsIn } from '../../../lib/analysis/plan/traffic';
import { clientOf, gatewayClients } from '../../../lib/analysis/routing/client';
import { requestFor } from '../../../lib/analysis/routing/request';
import { route } from '../../../lib/analysis/routing/route';
import { routingTable } from '../../../lib/analysis/access/routing-table';
import { gatewayEntrances } from '../../../lib/analysis/routing/entrances';
import { inventoryFrom } from '../inputs';
import { onlineBoutiqueInMesh } from '../upstream/online-boutique-mesh';
import { at, cart, gatewayOf, http, path, pay, routeOf, rules, shop, to, toCart, web } from './gateway-api-world';
import { ask, deployment, namespaces, shares } from './world';

describe('a request at a Gateway of the Gateway API', () => {
  it('goes where the HTTPRoute of the Gateway says', () => {
    expect(at('http://shop.example/', [http, toCart])).toBe(cart);
  });

  it('is answered with the object, the line and the rule that decide', () => {
    const two = rules(`[
      { matches: [${path('PathPrefix', '/cart')}], ${to('cart')} },
      { ${to('web')} }]`);
    const { rule, reasons } = ask([...shop, http, two], 'edge-istio', 'http://shop.example/');
    expect(rule === undefined ? undefined : [rule.path, lineOf(rule.manifest, rule.path)]).toEqual([
      ['spec', 'rules', 1],
      7,
    ]);
    expect(reasons).toEqual([
      'Gateway shop/edge/web takes * at port 80',
      'HTTPRoute shop/route, rule 2: the first that matches',
    ]);
  });

  it('gets 404 where no HTTPRoute is bound', () => {
    const elsewhere = toCart.replace('name: edge', 'name: other');
    expect(at('http://shop.example/', [http, elsewhere])).toBe(
      '404: no route of the Gateway has the host shop.example',
    );
  });

  it('is refused at a port that no listener has', () => {
    expect(at('http://shop.example:8080/', [http, toCart])).toMatch(/^0: no Gateway listens at port 8080/);
  });

  it('is spoken to in TLS by a listener for HTTPS', () => {
    const https = gatewayOf('[{ name: web, port: 443, protocol: HTTPS }]');
    expect(at('https://shop.example/', [https, toCart])).toBe(cart);
  });

  it('meets no HTTPRoute at a listener for TCP', () => {
    expect(at('http://shop.example/', [gatewayOf('[{ name: web, port: 80, protocol: TCP }]'), toCart])).toMatch(/^0:/);
  });

  it('is not routed by a Gateway of a class that Istio does not serve', () => {
    expect(gatewayClients(inventoryFrom(...shop, http.replace('Name: istio', 'Name: other'), toCart))).toEqual([]);
  });

  it('is not routed by a Gateway of the same name in another namespace', () => {
    const other = http.replace('namespace: shop', 'namespace: other').replace('port: 80', 'port: 81');
    expect(at('http://shop.example:81/', [http, other, toCart])).toMatch(/^0: no Gateway listens/);
  });

  it('is routed by a Gateway that has the Service of the proxies as its address', () => {
    const manual = gatewayOf(
      '[{ name: web, port: 80, protocol: HTTP }]',
      'addresses: [{ type: Hostname, value: web }], ',
    );
    expect(shares(ask([...shop, manual, toCart], 'web', 'http://shop.example/'))).toBe(cart);
  });
});

describe('the host of an HTTPRoute', () => {
  const wide = gatewayOf("[{ name: web, port: 80, protocol: HTTP, hostname: '*.shop.example' }]");
  const hosts = (list: string): string => toCart.replace('spec: {', `spec: { hostnames: ${list},`);

  it('is that of the listener if it has none of its own', () => {
    expect(at('http://a.shop.example/', [wide, toCart])).toBe(cart);
    expect(at('http://other.example/', [wide, toCart])).toMatch(/^404: no Gateway takes/);
  });

  it('narrows that of the listener', () => {
    expect(at('http://a.shop.example/', [wide, hosts('[a.shop.example]')])).toBe(cart);
    expect(at('http://b.shop.example/', [wide, hosts('[a.shop.example]')])).toMatch(/^404: no route/);
  });

  it('is narrowed by that of the listener', () => {
    expect(at('http://a.shop.example/', [wide, hosts("['*.example']")])).toBe(cart);
  });

  it('takes nothing where it has nothing in common with the listener', () => {
    expect(at('http://a.shop.example/', [wide, hosts('[a.other.example]')])).toMatch(/^404: no route/);
  });

  it('is left to the listener that is closest to it', () => {
    const two = gatewayOf(
      "[{ name: web, port: 80, protocol: HTTP }, { name: pay, port: 80, protocol: HTTP, hostname: 'pay.example' }]",
    );
    const bound = hosts('[pay.example, shop.example]').replace('name: edge', 'name: edge, sectionName: web');
    expect(at('http://shop.example/', [two, bound])).toBe(cart);
    expect(at('http://pay.example/', [two, bound])).toMatch(/^404: no route/);
  });
});

describe('an HTTPRoute', () => {
  const two = gatewayOf('[{ name: web, port: 80, protocol: HTTP }, { name: other, port: 8080, protocol: HTTP }]');

  it.each(['sectionName: other', 'port: 8080'])('holds at the listener of its %s alone', (section) => {
    const bound = toCart.replace('name: edge', `name: edge, ${section}`);
    expect(at('http://shop.example:8080/', [two, bound])).toBe(cart);
    expect(at('http://shop.example/', [two, bound])).toMatch(/^404: no route/);
  });

  const foreign = routeOf(
    `{ parentRefs: [{ name: edge, namespace: shop }], rules: [{ ${to('cart', ', namespace: shop')} }] }`,
    'foreign',
    'guest',
  );
  const guest = '{ apiVersion: v1, kind: Namespace, metadata: { name: guest, labels: { guest: "true" } } }';
  const allowing = (from: string): string =>
    gatewayOf(`[{ name: web, port: 80, protocol: HTTP, allowedRoutes: { namespaces: ${from} } }]`);

  it.each([
    ['Same', '{ from: Same }', '404: no route of the Gateway has the host shop.example'],
    ['All', '{ from: All }', cart],
    ['a Selector that finds it', '{ from: Selector, selector: { matchLabels: { guest: "true" } } }', cart],
    ['another Selector', '{ from: Selector, selector: { matchLabels: { guest: "no" } } }', /^404: no route/],
  ])('of another namespace is held to what the listener allows: %s', (_, from, answer) => {
    expect(at('http://shop.example/', [guest, allowing(from), foreign])).toMatch(answer);
  });

  it('does not hold at a listener for other kinds', () => {
    const grpc = gatewayOf(
      '[{ name: web, port: 80, protocol: HTTP, allowedRoutes: { kinds: [{ kind: GRPCRoute }] } }]',
    );
    expect(at('http://shop.example/', [grpc, toCart])).toMatch(/^404: no route/);
  });
});

describe('an HTTPRoute of a Service', () => {
  const forPay = (more = '', spec = `[{ ${to('cart')} }]`): string =>
    routeOf(`{ parentRefs: [{ group: '', kind: Service, name: pay${more} }], rules: ${spec} }`);
  const inMesh = (url: string, texts: readonly string[], from = 'web'): string =>
    shares(ask([...shop, ...texts], from, url));

  it('routes what pods send to the Service', () => {
    expect(inMesh('http://pay/', [forPay()])).toBe(cart);
  });

  it('does not hold at gateways', () => {
    expect(at('http://pay.shop.svc.cluster.local/', [http, forPay()])).toMatch(/^404: no route/);
  });

  it('leaves other ports alone', () => {
    expect(inMesh('http://pay/', [forPay(', port: 80')])).toBe(cart);
    expect(inMesh('http://pay/', [forPay(', port: 81')])).toBe(pay);
  });

  const guest = [namespaces('guest'), deployment('caller', 'guest', '{ app: caller }')];
  const byGuest = routeOf(
    `{ parentRefs: [{ kind: Service, name: pay, namespace: shop }], rules: [{ ${to('web', ', namespace: shop')} }] }`,
    'override',
    'guest',
  );

  it('of another namespace holds for callers of that namespace alone, and goes first there', () => {
    const texts = [...guest, forPay(), byGuest];
    expect(inMesh('http://pay.shop/', texts, 'caller')).toBe(web);
    expect(inMesh('http://pay/', texts)).toBe(cart);
  });
});

describe('the shop of Online Boutique', () => {
  const inventory = inventoryFrom(onlineBoutiqueInMesh());

  it('takes any host at its gateway', () => {
    expect(gatewayEntrances(inventory).map(({ client, host, port }) => [client.workload.name, host, port])).toEqual([
      ['istio-gateway-istio', 'any.example', 80],
    ]);
  });

  it.each(['/', '/cart', '/product/1?currency=EUR'])('sends every request to the frontend: %s', (asked) => {
    const [workload] = inventory.workloads.filter(({ name }) => name === 'istio-gateway-istio');
    const answer =
      workload && route(inventory, clientOf(inventory, workload), requestFor(`http://boutique.example${asked}`));
    expect(answer && shares(answer)).toBe('frontend.default.svc.cluster.local 100 %');
  });

  it('has a row for its gateway in the table of all requests', () => {
    const rows = routingTable(inventory).filter(({ client }) => client.isGateway);
    expect(rows.map(({ outcome }) => shares(outcome))).toEqual(['frontend.default.svc.cluster.local 100 %']);
  });

  it('is watched at its gateway while a plan is carried out', () => {
    expect(callsIn(inventory).map(({ name }) => name)).toContain('the gateway -> any.example:80');
  });
});
