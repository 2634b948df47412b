import { ask, deployment, networking, service, shares, shop } from './world';

const to = (destination: string): string =>
  networking(
    'VirtualService',
    'orders',
    'shop',
    `{ hosts: [orders], http: [{ route: [{ destination: ${destination} }] }] }`,
  );
const orders = 'orders.shop.svc.cluster.local';

describe('a destination', () => {
  it('that nobody has answers 503', () => {
    expect(shares(ask([...shop, to('{ host: nobody }')], 'web', 'http://orders/'))).toMatch(
      /503: no Service and no ServiceEntry has the host nobody.shop.svc.cluster.local/,
    );
  });

  it('whose subset nobody declares answers 503', () => {
    expect(shares(ask([...shop, to('{ host: orders, subset: v9 }')], 'web', 'http://orders/'))).toMatch(
      /503: no DestinationRule .* has a subset v9/,
    );
  });

  it('without pods answers 503', () => {
    const scaledDown = shop.map((text) =>
      text.replace(
        'name: orders-v2, namespace: shop }\nspec:\n  replicas: 1',
        'name: orders-v2, namespace: shop }\nspec:\n  replicas: 0',
      ),
    );
    expect(shares(ask([...scaledDown, to('{ host: orders, subset: v2 }')], 'web', 'http://orders/'))).toBe(
      `v2 100 % (503: no pod is behind ${orders}, subset v2)`,
    );
  });

  it('has the pods that both the Service and the subset select', () => {
    const stray = deployment('stray', 'shop', '{ app: stray, version: v2 }', 5);
    const answer = ask([...shop, stray, to('{ host: orders, subset: v2 }')], 'web', 'http://orders/');
    expect(answer.branches[0]?.workloads.map(({ name }) => name)).toEqual(['orders-v2']);
  });

  it('at a port that the Service does not have answers 503', () => {
    expect(shares(ask([...shop, to('{ host: orders, port: { number: 81 } }')], 'web', 'http://orders/'))).toMatch(
      /503: orders.shop.svc.cluster.local has no port 81/,
    );
  });

  it('that a DestinationRule wants in plaintext is refused by STRICT', () => {
    const strict = networking('PeerAuthentication', 'default', 'shop', '{ mtls: { mode: STRICT } }').replace(
      'networking',
      'security',
    );
    const plain = networking(
      'DestinationRule',
      'web',
      'shop',
      '{ host: web, trafficPolicy: { tls: { mode: DISABLE } } }',
    );
    expect(shares(ask([...shop, strict, plain], 'orders-v1', 'http://web/'))).toMatch(/takes no plaintext/);
  });

  it('takes the rules of the own namespace before those of its own', () => {
    const other = [
      networking(
        'DestinationRule',
        'far',
        'shop',
        '{ host: cart.far.svc.cluster.local, subsets: [{ name: mine, labels: {} }] }',
      ),
      networking('DestinationRule', 'near', 'far', '{ host: cart, subsets: [{ name: theirs, labels: {} }] }'),
      service('cart', 'far'),
      deployment('cart', 'far', '{ app: cart }'),
      networking(
        'VirtualService',
        'cart',
        'shop',
        '{ hosts: [cart.far.svc.cluster.local], http: [{ route: [{ destination: { host: cart.far.svc.cluster.local, subset: theirs } }] }] }',
      ),
    ];
    expect(shares(ask([...shop, ...other], 'web', 'http://cart.far/'))).toMatch(/has a subset theirs/);
  });

  it('outside of the cluster has no pods to count', () => {
    const entry = networking(
      'ServiceEntry',
      'pay',
      'shop',
      "{ hosts: ['*.pay.example'], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: NONE }",
    );
    const [branch] = ask([...shop, entry], 'web', 'http://eu.pay.example/').branches;
    expect([branch?.host, branch?.pods, branch?.failure]).toEqual(['eu.pay.example', undefined, undefined]);
  });
});
