import { access, policy, shop } from '../access/shop';

/** Who of the web, the partner and a pod without a sidecar gets in, if this source is allowed. */
function allowed(source: string, when = ''): string {
  const yaml = shop + policy(`{ rules: [{ ${source === '' ? '' : `from: [{ source: ${source} }]`}${when} }] }`);
  const callers = { web: 'shop/web', agent: 'partner/agent', nobody: 'default/(no identity)' };
  const answers = Object.entries(callers).map(([name, from]) => [name, access(yaml, { from })]);
  return answers
    .flatMap(([name = '', answer]) => (answer === 'denied' ? [] : answer === 'allowed' ? name : `${name}?`))
    .join(' ');
}

describe('a source is', () => {
  it.each<[string, string, string]>([
    ['one principal', "{ principals: ['cluster.local/ns/shop/sa/web'] }", 'web'],
    ['a principal that nobody has', "{ principals: ['cluster.local/ns/shop/sa/we'] }", ''],
    ['principals that start alike', "{ principals: ['cluster.local/ns/shop/*'] }", 'web'],
    ['principals that end alike', "{ principals: ['*/sa/agent'] }", 'agent'],
    ['every principal, but nobody without one', "{ principals: ['*'] }", 'web agent'],
    ['all but a principal, with those that have none', "{ notPrincipals: ['*/sa/web'] }", 'agent nobody'],
    ['only who has no principal', "{ notPrincipals: ['*'] }", 'nobody'],
    ['a namespace', '{ namespaces: [partner] }', 'agent'],
    ['namespaces with a star anywhere', "{ namespaces: ['par*er', 's*'] }", 'web agent'],
    ['all but a namespace', '{ notNamespaces: [partner] }', 'web nobody'],
    ['an account of its own namespace', '{ serviceAccounts: [web, agent] }', 'web'],
    ['an account of any namespace', '{ serviceAccounts: [partner/agent] }', 'agent'],
    ['all but an account', '{ notServiceAccounts: [web] }', 'agent nobody'],
    ['a trust domain', '{ trustDomains: [cluster.local] }', 'web agent'],
    ['another trust domain', '{ trustDomains: [other.example] }', ''],
    ['what meets all of its fields', "{ namespaces: [shop, partner], notPrincipals: ['*/sa/agent'] }", 'web'],
    ['an address, which no YAML shows', "{ ipBlocks: ['10.0.0.0/8'] }", 'web? agent? nobody?'],
    ['an address of no matter', "{ remoteIpBlocks: ['0.0.0.0/0'] }", 'web agent nobody'],
    ['an address of IPv6, which pods may not have', "{ remoteIpBlocks: ['::/0'] }", 'web? agent? nobody?'],
    ['an address of a principal', "{ namespaces: [partner], ipBlocks: ['10.0.0.0/8'] }", 'agent?'],
    ['everybody, with empty lists', '{ principals: [], namespaces: [] }', 'web agent nobody'],
    ['nobody with a token, where nothing reads tokens', "{ requestPrincipals: ['*'] }", ''],
    ['everybody without a token, where nothing reads tokens', "{ notRequestPrincipals: ['*'] }", 'web agent nobody'],
  ])('%s', (_, source, callers) => {
    expect(allowed(source)).toBe(callers);
  });

  it('who has a token, if something reads tokens: that is left open', () => {
    const tokens = `
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: shop }
spec: { jwtRules: [{ issuer: sso.example }] }
`;
    expect(access(shop + tokens + policy("{ rules: [{ from: [{ source: { requestPrincipals: ['*'] } }] }] }"))).toBe(
      'depends',
    );
  });

  it('nobody with a token, where only a gateway reads tokens', () => {
    const tokens = `
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: tokens, namespace: shop }
spec: { targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: edge }], jwtRules: [{ issuer: sso.example }] }
`;
    expect(access(shop + tokens + policy("{ rules: [{ from: [{ source: { requestPrincipals: ['*'] } }] }] }"))).toBe(
      'denied',
    );
  });

  it('a principal or a trust domain by an alias of the mesh', () => {
    const mesh = `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: '{ trustDomain: shop.example, trustDomainAliases: [old.example] }' }
`;
    const rule = (source: string) => policy(`{ rules: [{ from: [{ source: ${source} }] }] }`);
    expect(access(shop + mesh + rule("{ principals: ['old.example/ns/shop/sa/web'] }"))).toBe('allowed');
    expect(access(shop + mesh + rule("{ principals: ['*.example/ns/shop/sa/web'] }"))).toBe('allowed');
    expect(access(shop + mesh + rule('{ trustDomains: [old.example] }'))).toBe('allowed');
    expect(access(shop + mesh + rule("{ principals: ['old.example/*'] }"))).toBe('denied');
  });

  it('a principal of cluster.local, whatever the mesh calls its trust domain', () => {
    const mesh = `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: 'trustDomain: shop.example' }
`;
    const rule = (domain: string) =>
      policy(`{ rules: [{ from: [{ source: { principals: ['${domain}/ns/shop/sa/web'] } }] }] }`);
    expect(access(shop + mesh + rule('cluster.local'))).toBe('allowed');
    expect(access(shop + mesh + rule('shop.example'))).toBe('allowed');
    expect(access(shop + mesh + rule('other.example'))).toBe('denied');
  });
});

describe('a condition asks for', () => {
  it.each<[string, string, string]>([
    ['a principal', "{ key: source.principal, values: ['*/sa/web'] }", 'web'],
    ['a namespace', '{ key: source.namespace, notValues: [shop] }', 'agent nobody'],
    ['an account', '{ key: source.serviceAccount, values: [web] }', 'web'],
    ['the port of the pod, not of the Service', "{ key: destination.port, values: ['8080'] }", 'web agent nobody'],
    ['another port', "{ key: destination.port, values: ['80'] }", ''],
    ['a server name, which no YAML shows', '{ key: connection.sni, values: [shop.example] }', 'web? agent? nobody?'],
    ['an address, which no YAML shows', "{ key: destination.ip, values: ['10.1.2.3'] }", 'web? agent? nobody?'],
    ['a claim, which nobody has where nothing reads tokens', "{ key: 'request.auth.claims[iss]', values: [me] }", ''],
    ['something that Istio does not know, and its rule is skipped', '{ key: source.color, values: [red] }', ''],
  ])('%s', (_, condition, callers) => {
    expect(allowed('', `when: [${condition}]`)).toBe(callers);
  });
});
