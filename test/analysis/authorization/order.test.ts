import { access, policy, reason, shop } from '../access/shop';

const web = "from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }]";
const allowWeb = policy(`{ rules: [{ ${web} }] }`, { name: 'allow' });
const denyWeb = policy(`{ action: DENY, rules: [{ ${web} }] }`, { name: 'deny' });
const askAboutWeb = policy(`{ action: CUSTOM, provider: { name: sso }, rules: [{ ${web} }] }`, { name: 'ask' });
const nobody = policy('{}', { name: 'nobody' });
const configMap = (mesh: string): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: '${mesh}' }
`;
const operator = (apiVersion: string, kind: string, spec: string): string => `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: default, namespace: istio-system }
spec: { ${spec} }
`;

const severalProviders = `
  values: {
    pilot: { env: { PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS: true } },
    meshConfig: { extensionProviders: [{ name: sso, envoyExtAuthzGrpc: {} }, { name: waf, envoyExtAuthzGrpc: {} }] } }`;

describe('the policies of a workload', () => {
  it('let everybody in if there are none', () => {
    expect(access(shop)).toBe('allowed');
    expect(reason(shop)).toBe('authorization: no AuthorizationPolicy applies');
  });

  it('let in whom an ALLOW rule matches, and nobody else', () => {
    expect(access(shop + allowWeb)).toBe('allowed');
    expect(access(shop + allowWeb, { from: 'partner/agent' })).toBe('denied');
  });

  it('refuse whom a DENY rule matches, whatever is allowed', () => {
    expect(access(shop + allowWeb + denyWeb)).toBe('denied');
    expect(reason(shop + allowWeb + denyWeb)).toBe('authorization: rule 0 of AuthorizationPolicy shop/deny denies it');
  });

  it('let all others in if they only DENY', () => {
    expect(access(shop + denyWeb, { from: 'partner/agent' })).toBe('allowed');
  });

  it('let nobody in with an empty specification', () => {
    expect(access(shop + nobody)).toBe('denied');
  });

  it('let in whom one of them allows, beside an empty specification', () => {
    expect(access(shop + nobody + allowWeb)).toBe('allowed');
  });

  it('let everybody in with an empty rule', () => {
    expect(access(shop + policy('{ rules: [{}] }'), { from: 'default/(no identity)' })).toBe('allowed');
  });

  it('refuse nobody with DENY and no rule', () => {
    expect(access(shop + policy('{ action: DENY }'))).toBe('allowed');
  });

  it('leave to its provider what a CUSTOM rule matches', () => {
    expect(access(shop + askAboutWeb)).toBe('depends');
    expect(reason(shop + askAboutWeb)).toContain('rule 0 of AuthorizationPolicy shop/ask asks a provider');
    expect(access(shop + askAboutWeb, { from: 'partner/agent' })).toBe('allowed');
  });

  it.each([
    ['the ConfigMap of istiod', configMap('{ extensionProviders: [{ name: other, envoyExtAuthzGrpc: {} }] }')],
    ['one of tracing alone', configMap('{ extensionProviders: [{ name: sso, zipkin: {} }] }')],
    ['an IstioOperator', operator('install.istio.io/v1alpha1', 'IstioOperator', 'meshConfig: {}')],
    ['an Istio of the Sail operator', operator('sailoperator.io/v1', 'Istio', 'values: { meshConfig: {} }')],
  ])('refuse what a CUSTOM rule matches whose provider the mesh lacks, by %s', (_, config) => {
    expect(access(shop + config + askAboutWeb)).toBe('denied');
    expect(reason(shop + config + askAboutWeb)).toBe(
      'authorization: rule 0 of AuthorizationPolicy shop/ask denies it: the mesh configuration has no provider sso',
    );
    expect(access(shop + config + askAboutWeb, { from: 'partner/agent' })).toBe('allowed');
  });

  it.each(['envoyExtAuthzHttp', 'envoyExtAuthzGrpc'])('ask a provider that the mesh has by %s', (kind) => {
    const config = configMap(`{ extensionProviders: [{ name: sso, ${kind}: { service: sso.sso, port: 80 } }] }`);
    expect(access(shop + config + askAboutWeb)).toBe('depends');
  });

  it('refuse what rules match that ask two providers', () => {
    const other = policy(
      `{ action: CUSTOM, provider: { name: waf }, rules: [{ to: [{ operation: { methods: [PUT] } }] }] }`,
    );
    expect(access(shop + askAboutWeb + other)).toBe('denied');
    expect(reason(shop + askAboutWeb + other)).toContain('ask 2 providers, and a workload may have one');
    expect(access(shop + askAboutWeb + other, { from: 'partner/agent' })).toBe('anything; but not PUT');
  });

  it.each([
    ['an IstioOperator', operator('install.istio.io/v1alpha1', 'IstioOperator', severalProviders)],
    ['an Istio of the Sail operator', operator('sailoperator.io/v1', 'Istio', severalProviders)],
  ])('ask two providers where istiod is told to by %s', (_, config) => {
    const other = policy(`{ action: CUSTOM, provider: { name: waf }, rules: [{}] }`);
    expect(access(shop + askAboutWeb + other + config)).toBe('depends');
  });

  it('refuse what they deny or do not allow, whatever a provider would say', () => {
    expect(access(shop + askAboutWeb + denyWeb)).toBe('denied');
    expect(access(shop + askAboutWeb + nobody)).toBe('denied');
  });

  it('decide nothing by AUDIT', () => {
    expect(access(shop + policy('{ action: AUDIT, rules: [{}] }'))).toBe('allowed');
  });

  it('decide nothing on a dry run', () => {
    const dry = nobody.replace('name: nobody', "name: nobody, annotations: { istio.io/dry-run: 'true' }");
    expect(access(shop + dry)).toBe('allowed');
  });
});

describe('a policy applies', () => {
  it('to all workloads of its namespace without a selector', () => {
    expect(access(shop + nobody, { to: 'shop/cache' })).toBe('denied');
    expect(access(shop + nobody, { to: 'partner/agent' })).toBe('allowed');
  });

  it('to those that its selector finds', () => {
    const forOrders = policy('{ selector: { matchLabels: { app: orders } } }');
    expect(access(shop + forOrders)).toBe('denied');
    expect(access(shop + forOrders, { to: 'shop/cache' })).toBe('allowed');
  });

  it('only to those that have all labels of its selector', () => {
    const forNone = policy('{ selector: { matchLabels: { app: orders, tier: other } } }');
    expect(access(shop + forNone)).toBe('allowed');
  });

  it('everywhere from the root namespace', () => {
    const root = policy('{}', { namespace: 'istio-system' });
    expect(access(shop + root)).toBe('denied');
    expect(access(shop + root, { to: 'partner/agent' })).toBe('denied');
  });

  it('to what its selector finds in any namespace, from the root namespace', () => {
    const root = policy('{ selector: { matchLabels: { app: agent } } }', { namespace: 'istio-system' });
    expect(access(shop + root)).toBe('allowed');
    expect(access(shop + root, { to: 'partner/agent' })).toBe('denied');
  });

  it('to no sidecar if it is for a target by name', () => {
    const target = policy("{ targetRefs: [{ group: '', kind: Service, name: orders }] }");
    expect(access(shop + target)).toBe('allowed');
  });
});
