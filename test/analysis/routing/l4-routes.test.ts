import { at, gatewayOf, shop } from './gateway-api-world';
import { ask, service, shares } from './world';

const route = (kind: string, spec: string, name = 'route', namespace = 'shop'): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
const listeners = [
  "{ name: tls, port: 443, protocol: TLS, tls: { mode: Passthrough }, hostname: '*.example' }",
  '{ name: ending, port: 8443, protocol: TLS, tls: { mode: Terminate } }',
  '{ name: tcp, port: 9000, protocol: TCP }',
  '{ name: udp, port: 53, protocol: UDP }',
];
const passing = gatewayOf(`[${listeners.join(', ')}]`);
const to = (name: string, weight = 1): string => `{ name: ${name}, port: 80, weight: ${weight} }`;
const tls = (hosts: string, name = 'cart', of = 'edge'): string =>
  route(
    'TLSRoute',
    `{ parentRefs: [{ name: ${of} }], hostnames: ${hosts}, rules: [{ backendRefs: [${to(name)}] }] }`,
    name,
  );
const tcp = (parent: string, backends: string, name = 'route'): string =>
  route('TCPRoute', `{ parentRefs: [${parent}], rules: [{ backendRefs: [${backends}] }] }`, name);
const closed = /^0: no rule for connections has the host/;

describe('a TLSRoute', () => {
  it('takes connections by the name that is asked for, the closest first', () => {
    const routes = [passing, tls("['*.example']"), tls('[pay.example]', 'pay')];
    expect(at('https://pay.example/', routes)).toBe('pay.shop.svc.cluster.local 100 %');
    expect(at('https://cart.example/', routes)).toBe('cart.shop.svc.cluster.local 100 %');
    expect(at('https://cart.other/', routes)).toMatch(closed);
  });

  it('has the hosts of its listener if it names none, and no more than those', () => {
    expect(at('https://any.example/', [passing, tls('[]')])).toBe('cart.shop.svc.cluster.local 100 %');
    expect(at('https://other.test/', [passing, tls('[other.test]')])).toMatch(closed);
  });

  it('is a rule that is shown where it stands', () => {
    const { rule, reasons } = ask([...shop, passing, tls('[cart.example]')], 'edge-istio', 'https://cart.example/');
    expect(rule?.path).toEqual(['spec', 'rules', 0]);
    expect(reasons[1]).toBe('TLSRoute shop/cart, rule 1: the first that matches');
  });
});

describe('a TCPRoute', () => {
  it('takes all connections to its listener, by weight', () => {
    const shared = tcp('{ name: edge, sectionName: tcp }', `${to('cart', 3)}, ${to('pay')}`);
    expect(at('http://whatever.test:9000/', [passing, shared])).toBe(
      'cart.shop.svc.cluster.local 75 %, pay.shop.svc.cluster.local 25 %',
    );
    expect(at('https://whatever.test:8443/', [passing, shared])).toMatch(closed);
  });

  it('takes what comes out of TLS that its listener ends', () => {
    const ending = tcp('{ name: edge, sectionName: ending }', to('pay'));
    expect(at('https://whatever.test:8443/', [passing, ending])).toBe('pay.shop.svc.cluster.local 100 %');
  });

  it('is bound by nobody whose kind the listener does not admit', () => {
    const picky = passing.replace("hostname: '*.example'", 'allowedRoutes: { kinds: [{ kind: TLSRoute }] }');
    expect(at('https://pay.example/', [picky, tcp('{ name: edge, sectionName: tls }', to('pay'))])).toMatch(closed);
  });

  it('holds between the services of the mesh, at the port that it names', () => {
    const ledger = service('ledger', 'shop', '[{ name: tcp, port: 9000 }, { name: tcp-two, port: 9001 }]');
    const bound = tcp('{ kind: Service, group: "", name: ledger, port: 9000 }', to('pay'));
    const called = (port: number): string => shares(ask([...shop, ledger, bound], 'web', `http://ledger:${port}/`));
    expect(called(9000)).toBe('pay.shop.svc.cluster.local 100 %');
    expect(called(9001)).toMatch(/^ledger.shop.svc.cluster.local 100 %/);
  });

  it('is no reason for gateways to listen for UDP', () => {
    expect(at('http://whatever.test:53/', [passing])).toBe(
      '0: no Gateway listens at port 53: the connection is refused',
    );
  });
});
