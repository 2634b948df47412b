import { destinationPolicyOf, toldTls } from '../../../lib/analysis/transport/destination-policy';
import { inventoryFrom } from '../inputs';
import { networking, service } from '../routing/world';

const host = 'orders.shop.svc.cluster.local';

const rule = (name: string, namespace: string, rest = '', pattern = host): string =>
  networking('DestinationRule', name, namespace, `{ host: '${pattern}'${rest} }`);

/** The rules that pods of a namespace follow. */
function followed(namespace: string, rules: readonly string[], labels = {}): string[] {
  const inventory = inventoryFrom(service('orders', 'shop'), ...rules);
  return destinationPolicyOf(inventory, host, { namespace, labels }).rules.map(({ manifest }) => manifest.name);
}

describe('a client follows', () => {
  const ofHost = rule('of-host', 'shop');
  const ofMesh = rule('of-mesh', 'istio-system', '', '*.local');

  it('the rule of its own namespace, then that of the host, then that of the mesh', () => {
    const own = rule('own', 'web', '', '*.shop.svc.cluster.local');
    expect(followed('web', [ofMesh, ofHost, own])).toEqual(['own']);
    expect(followed('web', [ofMesh, ofHost])).toEqual(['of-host']);
    expect(followed('web', [ofMesh])).toEqual(['of-mesh']);
  });

  it('the rule of the host in the root namespace, but for one that is there for its clients alone', () => {
    const confined = rule('confined', 'istio-system', ", exportTo: ['.']", '*.local');
    expect(followed('istio-system', [ofMesh, ofHost])).toEqual(['of-host']);
    expect(followed('istio-system', [confined, ofHost])).toEqual(['confined']);
  });

  it('the closest pattern, and all rules that have it', () => {
    const wide = rule('wide', 'shop', '', '*.shop.svc.cluster.local');
    expect(followed('web', [wide, ofHost, rule('other', 'shop')])).toEqual(['of-host', 'other']);
  });

  it('no rule that is kept from it', () => {
    expect(followed('web', [rule('hidden', 'shop', ", exportTo: ['.']"), ofMesh])).toEqual(['of-mesh']);
    expect(followed('shop', [rule('elsewhere', 'shop', ', exportTo: [web]'), ofMesh])).toEqual(['of-mesh']);
  });

  it('the rule of the wildcard that declares the host, not one for the host itself', () => {
    const entry = (hosts: string): string =>
      networking(
        'ServiceEntry',
        'wide',
        'shop',
        `{ hosts: ${hosts}, ports: [{ number: 80, name: http, protocol: HTTP }] }`,
      );
    const rules = [rule('exact', 'shop', '', 'a.b.example'), rule('wide', 'shop', '', '*.example')];
    const followedAt = (hosts: string): string[] => {
      const { rules: found } = destinationPolicyOf(inventoryFrom(entry(hosts), ...rules), 'a.b.example', {
        namespace: 'shop',
        labels: {},
      });
      return found.map(({ manifest }) => manifest.name);
    };
    expect(followedAt("['*.b.example']")).toEqual(['wide']);
    expect(followedAt("['*.b.example', a.b.example]")).toEqual(['exact']);
  });

  it('a rule for it before those for all, in its own namespace alone', () => {
    const selecting = rule('selecting', 'shop', ', workloadSelector: { matchLabels: { app: web } }');
    expect(followed('shop', [ofHost, selecting], { app: 'web' })).toEqual(['selecting']);
    expect(followed('shop', [ofHost, selecting], { app: 'job' })).toEqual(['of-host']);
    expect(followed('web', [selecting], { app: 'web' })).toEqual([]);
  });
});

describe('TLS to a port is', () => {
  function mode(policy: string, ofSubset: string, port = 80): string | undefined {
    const rest = `, trafficPolicy: ${policy}, subsets: [{ name: v1, trafficPolicy: ${ofSubset} }]`;
    const inventory = inventoryFrom(service('orders', 'shop'), rule('tls', 'shop', rest));
    return toldTls(destinationPolicyOf(inventory, host, { namespace: 'shop', labels: {} }), 'v1', port)?.mode;
  }
  const simple = '{ tls: { mode: SIMPLE } }';
  const ofPort = (settings: string): string => `{ portLevelSettings: [{ port: { number: 80 }${settings} }] }`;

  it.each([
    ['what the host says, where the subset says nothing', simple, '{}', 'SIMPLE'],
    ['what the subset says', simple, '{ tls: { mode: MUTUAL } }', 'MUTUAL'],
    ['what the subset says of the port', simple, ofPort(', tls: { mode: MUTUAL }'), 'MUTUAL'],
    ['nothing, where somebody speaks of the port and not of TLS', simple, ofPort(''), undefined],
    ['DISABLE, where a block of TLS has no mode', '{ tls: {} }', '{}', 'DISABLE'],
  ])('%s', (_, policy, ofSubset, expected) => {
    expect(mode(policy, ofSubset)).toBe(expected);
  });

  it('not what is said of another port', () => {
    expect(mode(simple, ofPort(', tls: { mode: MUTUAL }'), 81)).toBe('SIMPLE');
  });
});
