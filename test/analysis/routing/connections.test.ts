import { ask, gateway, networking, service, shares, shop } from './world';

const ports = '[{ name: http, port: 80 }, { name: tcp, port: 9000 }, { name: tls, port: 443 }]';
const ledger = service('ledger', 'shop', ports);
const rules = (spec: string): string => networking('VirtualService', 'ledger', 'shop', `{ hosts: [ledger], ${spec} }`);
const toOrders = (subset: string): string => `{ destination: { host: orders, subset: ${subset} } }`;
const answered = (texts: readonly string[], client: string, url: string): unknown => {
  const { direct, branches } = ask([...shop, ...texts], client, url);
  return direct === undefined ? branches.map(({ host, port }) => `${host}:${port}`) : direct.status;
};

describe('a connection that no proxy looks into', () => {
  const shared = [
    '{ destination: { host: orders, subset: v1 }, weight: 80 }',
    '{ destination: { host: orders, subset: v2 }, weight: 20 }',
  ];
  const weighted = rules(`tcp: [{ match: [{ port: 9000 }], route: [${shared.join(', ')}] }]`);

  it('follows the rules for TCP of its host and port, by weight', () => {
    expect(shares(ask([...shop, ledger, weighted], 'web', 'http://ledger:9000/'))).toBe('v1 80 %, v2 20 %');
  });

  it('goes to the host itself at a port that no rule is for', () => {
    const other = rules(`tcp: [{ match: [{ port: 9001 }], route: [${toOrders('v1')}] }]`);
    expect(answered([ledger, other], 'web', 'http://ledger:9000/')).toEqual(['ledger.shop.svc.cluster.local:9000']);
  });

  it('of TLS follows the rule for the name that is asked for', () => {
    const named = rules(
      `tls: [{ match: [{ sniHosts: [ledger.shop.svc.cluster.local] }], route: [${toOrders('v1')}] }]`,
    );
    const host = 'ledger.shop.svc.cluster.local';
    expect(shares(ask([...shop, ledger, named], 'web', `https://${host}/`))).toBe('v1 100 %');
    expect(answered([ledger, named], 'web', 'https://ledger/')).toBe(0);
  });

  it('of TLS fails at a port that is declared for HTTP', () => {
    expect(answered([ledger], 'web', 'https://ledger:80/')).toBe(0);
  });

  it('is taken by a ServiceEntry without an address, whomever it is for', () => {
    const taking = networking(
      'ServiceEntry',
      'outside',
      'shop',
      '{ hosts: [db.example], resolution: NONE, ports: [{ number: 5432, name: tcp, protocol: TCP }] }',
    );
    expect(answered([ledger, taking], 'web', 'http://ledger:5432/')).toEqual(['db.example:5432']);
  });
});

describe('a gateway that does not look into connections', () => {
  const server = (port: string, tls = ''): string =>
    networking(
      'Gateway',
      'edge',
      'shop',
      `{ selector: { istio: ingressgateway }, servers: [{ port: ${port}, hosts: ['*.example'] ${tls} }] }`,
    );
  const bound = (spec: string): string =>
    networking('VirtualService', 'at-edge', 'shop', `{ hosts: [a.example], gateways: [edge], ${spec} }`);

  it('passes TLS through by rules for TLS alone', () => {
    const passing = server('{ number: 443, name: tls, protocol: TLS }', ', tls: { mode: PASSTHROUGH }');
    const byName = bound(`tls: [{ match: [{ sniHosts: [a.example] }], route: [${toOrders('v1')}] }]`);
    expect(shares(ask([...shop, passing, byName], gateway, 'https://a.example/'))).toBe('v1 100 %');
    expect(answered([passing, bound(`http: [{ route: [${toOrders('v1')}] }]`)], gateway, 'https://a.example/')).toBe(0);
  });

  it('takes plain TCP for whatever host', () => {
    const plain = server('{ number: 9000, name: tcp, protocol: TCP }');
    const first = bound(`tcp: [{ route: [${toOrders('v2')}] }]`);
    expect(shares(ask([...shop, plain, first], gateway, 'http://b.example:9000/'))).toBe('v2 100 %');
  });
});
