import { access, app, meshed, policy, reason, shop } from './shop';

function mode(of: string, { namespace = 'shop', selector = '', ports = '' } = {}): string {
  return `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: mode${selector === '' ? '' : '-of-one'}, namespace: ${namespace} }
spec: { mtls: { mode: ${of} }${selector}${ports} }
`;
}

function destination(trafficPolicy: string, { namespace = 'shop', rest = '' } = {}): string {
  return `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: orders, namespace: ${namespace} }
spec: { host: orders.shop.svc.cluster.local, trafficPolicy: ${trafficPolicy}${rest} }
`;
}

const stranger = { from: 'default/(no identity)' };
const tlsOff = '{ tls: { mode: DISABLE } }';
const whoever = policy("{ rules: [{ from: [{ source: { principals: ['*'] } }] }] }");
const strict = mode('STRICT');

describe('a caller without a sidecar', () => {
  it('is let in where nothing is said, but has no identity', () => {
    expect(access(shop, stranger)).toBe('allowed');
    expect(access(shop + whoever, stranger)).toBe('denied');
  });

  it('is refused where mutual TLS is STRICT', () => {
    expect(access(shop + strict, stranger)).toBe('denied');
    expect(reason(shop + strict, stranger)).toContain('mutual TLS: the caller has no sidecar');
  });

  it('is refused where it is STRICT in the whole mesh', () => {
    expect(access(shop + mode('STRICT', { namespace: 'istio-system' }), stranger)).toBe('denied');
  });

  it('is let in at a workload of the root namespace, whatever a policy with a selector says there', () => {
    const tool = shop + meshed('istio-system') + app('istio-system', 'tool');
    const selecting = mode('STRICT', {
      namespace: 'istio-system',
      selector: ', selector: { matchLabels: { app: tool } }',
    });
    expect(access(tool + selecting, { ...stranger, to: 'istio-system/tool' })).toBe('allowed');
  });

  it('is let in or refused by the first of several policies for a namespace', () => {
    expect(access(shop + mode('PERMISSIVE') + strict.replace('name: mode', 'name: other'), stranger)).toBe('allowed');
    expect(access(shop + strict + mode('PERMISSIVE').replace('name: mode', 'name: other'), stranger)).toBe('denied');
  });

  it('is let in at a port that is not STRICT', () => {
    const port = mode('STRICT', {
      selector: ', selector: { matchLabels: { app: orders } }',
      ports: ', portLevelMtls: { 8080: { mode: PERMISSIVE } }',
    });
    expect(access(shop + port, stranger)).toBe('allowed');
  });

  it('is let in at a port that the sidecar does not intercept', () => {
    const excluded = shop.replace(
      'labels: { app: orders, tier: orders-tier }',
      "labels: { app: orders }, annotations: { traffic.sidecar.istio.io/excludeInboundPorts: '8080' }",
    );
    expect(access(excluded + strict + policy('{}'), stranger)).toBe('allowed');
  });
});

describe('a caller with a sidecar', () => {
  it('has its identity under STRICT', () => {
    expect(access(shop + strict + whoever)).toBe('allowed');
  });

  it('has its identity under PERMISSIVE', () => {
    expect(access(shop + mode('PERMISSIVE') + whoever)).toBe('allowed');
  });

  it('has none where mutual TLS is off', () => {
    expect(access(shop + mode('DISABLE') + whoever)).toBe('denied');
  });

  it('is refused by STRICT if a DestinationRule turns TLS off', () => {
    expect(access(shop + strict + destination(tlsOff))).toBe('denied');
  });

  it('has no identity under PERMISSIVE if a DestinationRule turns TLS off', () => {
    expect(access(shop + destination(tlsOff))).toBe('allowed');
    expect(access(shop + destination(tlsOff) + whoever)).toBe('denied');
  });

  it('follows what a DestinationRule says of its port alone', () => {
    const ofPort = (number: number) =>
      destination(
        `{ tls: { mode: DISABLE }, portLevelSettings: [{ port: { number: ${number} }, tls: { mode: ISTIO_MUTUAL } }] }`,
      );
    expect(access(shop + strict + ofPort(80))).toBe('allowed');
    expect(access(shop + strict + ofPort(81))).toBe('denied');
  });

  it('follows the rule of its own namespace before that of the Service', () => {
    const both = destination(tlsOff) + destination('{ tls: { mode: ISTIO_MUTUAL } }', { namespace: 'partner' });
    expect(access(shop + strict + both)).toBe('denied');
    expect(access(shop + strict + both, { from: 'partner/agent' })).toBe('allowed');
  });

  it('does not follow a rule that is not exported to it', () => {
    const own = destination(tlsOff, { rest: ", exportTo: ['.']" });
    expect(access(shop + strict + own)).toBe('denied');
    expect(access(shop + strict + own, { from: 'partner/agent' })).toBe('allowed');
  });

  it('follows a rule for some callers only if it is one', () => {
    const forCache = destination(tlsOff, { rest: ', workloadSelector: { matchLabels: { app: cache } }' });
    expect(access(shop + strict + forCache)).toBe('allowed');
    expect(access(shop + strict + forCache, { from: 'shop/cache' })).toBe('denied');
  });

  it('depends on the route if a subset has TLS of its own', () => {
    const subset = destination('{}', {
      rest: `, subsets: [{ name: all, labels: { app: orders }, trafficPolicy: ${tlsOff} }]`,
    });
    expect(access(shop + strict + subset)).toBe('depends');
  });

  it('depends on certificates that a DestinationRule names', () => {
    expect(access(shop + destination('{ tls: { mode: MUTUAL } }'))).toBe('depends');
  });

  it('is refused by STRICT if a DestinationRule shows no certificate', () => {
    expect(access(shop + strict + destination('{ tls: { mode: SIMPLE } }'))).toBe('denied');
  });

  it('speaks plaintext if the mesh does not start mutual TLS by itself', () => {
    const mesh = `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'enableAutoMtls: false' }
`;
    expect(access(shop + mesh + strict)).toBe('denied');
    expect(access(shop + mesh + strict + destination('{ tls: { mode: ISTIO_MUTUAL } }'))).toBe('allowed');
  });
});

describe('a callee without a sidecar', () => {
  const bare = meshed('shop') + meshed('bare', 'disabled') + app('shop', 'web') + app('bare', 'db');
  const toBare = { to: 'bare/db' };

  it('takes everybody, whatever policies say', () => {
    expect(access(bare + policy('{}', { namespace: 'bare' }), toBare)).toBe('allowed');
    expect(access(bare + mode('STRICT', { namespace: 'bare' }), { ...toBare, ...stranger })).toBe('allowed');
  });

  it('understands nobody who has to speak mutual TLS', () => {
    const rule = destination('{ tls: { mode: ISTIO_MUTUAL } }', { namespace: 'bare' }).replace(
      'orders.shop',
      'db.bare',
    );
    expect(access(bare + rule, toBare)).toBe('denied');
  });
});

describe('what is not looked into', () => {
  it('is ambient mode', () => {
    expect(access(shop.replaceAll('istio-injection: enabled', 'istio.io/dataplane-mode: ambient'))).toBe('depends');
  });

  it('is what the servers of a gateway take', () => {
    const gateway = shop.replace(
      'labels: { app: orders, tier: orders-tier }',
      'labels: { app: orders }, annotations: { inject.istio.io/templates: gateway }',
    );
    expect(access(gateway + strict, stranger)).toBe('depends');
  });
});
