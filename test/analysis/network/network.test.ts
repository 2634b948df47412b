import { access, reason, shop } from '../access/shop';

function network(spec: string, { name = 'rules', namespace = 'shop' } = {}): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
`;
}

const orders = 'podSelector: { matchLabels: { app: orders } }';
const agent = { from: 'partner/agent' };

/** Whether the web, the partner and a stranger reach the orders, if such traffic comes in. */
function ingress(rule: string): string {
  const yaml = shop + network(`{ ${orders}, ingress: [${rule}] }`);
  const callers = { web: 'shop/web', agent: 'partner/agent', stranger: 'default/(no identity)' };
  return Object.entries(callers)
    .map(([name, from]) => [name, access(yaml, { from })])
    .flatMap(([name = '', answer]) => (answer === 'denied' ? [] : answer === 'allowed' ? name : `${name}?`))
    .join(' ');
}

/** Whether the web reaches the orders, if such traffic goes out. */
function egress(rule: string): string {
  return access(shop + network(`{ podSelector: { matchLabels: { app: web } }, egress: [${rule}] }`));
}

describe('what comes in', () => {
  it('is everything without a policy', () => {
    expect(access(shop, agent)).toBe('allowed');
  });

  it('is nothing by a policy without rules', () => {
    expect(access(shop + network(`{ ${orders} }`))).toBe('denied');
    expect(reason(shop + network(`{ ${orders} }`))).toBe(
      'network: no ingress rule of NetworkPolicy shop/rules lets it pass at port 8080/TCP',
    );
  });

  it('is not the business of a policy of another namespace, or for other pods', () => {
    expect(access(shop + network('{ podSelector: {} }', { namespace: 'partner' }))).toBe('allowed');
    expect(access(shop + network('{ podSelector: { matchLabels: { app: cache } } }'))).toBe('allowed');
  });

  it('is not the business of a policy for what goes out', () => {
    expect(access(shop + network(`{ ${orders}, policyTypes: [Egress] }`))).toBe('allowed');
  });

  it('is what one of several policies lets in', () => {
    const closed = network('{ podSelector: {} }', { name: 'closed' });
    expect(access(shop + closed + network(`{ ${orders}, ingress: [{}] }`))).toBe('allowed');
  });

  it.each<[string, string, string]>([
    ['everybody by an empty rule', '{}', 'web agent stranger'],
    ['everybody by an empty list', '{ from: [] }', 'web agent stranger'],
    ['pods of the same namespace', '{ from: [{ podSelector: {} }] }', 'web'],
    ['some of the same namespace', '{ from: [{ podSelector: { matchLabels: { app: agent } } }] }', ''],
    [
      'pods of a namespace by its label',
      '{ from: [{ namespaceSelector: { matchLabels: { team: partner } } }] }',
      'agent',
    ],
    [
      'pods of a namespace by its name',
      '{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: default } } }] }',
      'stranger',
    ],
    ['pods of all namespaces', '{ from: [{ namespaceSelector: {} }] }', 'web agent stranger'],
    [
      'who both selectors of one entry find',
      '{ from: [{ namespaceSelector: { matchLabels: { team: partner } }, podSelector: { matchLabels: { app: web } } }] }',
      '',
    ],
    [
      'who one of two entries finds',
      '{ from: [{ namespaceSelector: { matchLabels: { team: partner } } }, { podSelector: { matchLabels: { app: web } } }] }',
      'web agent',
    ],
    [
      'who an expression finds',
      '{ from: [{ namespaceSelector: { matchExpressions: [{ key: team, operator: Exists }] } }] }',
      'web agent',
    ],
    ['all addresses', "{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }", 'web agent stranger'],
    [
      'some addresses, which no YAML shows',
      "{ from: [{ ipBlock: { cidr: '10.1.0.0/16' } }] }",
      'web? agent? stranger?',
    ],
    [
      'only addresses outside',
      "{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'] } }] }",
      '',
    ],
    [
      'all addresses but some, which no YAML shows',
      "{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }",
      'web? agent? stranger?',
    ],
    [
      'all addresses but those of no pod',
      "{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'] } }] }",
      'web agent stranger',
    ],
    ['at the port of the pod', '{ ports: [{ port: 8080 }] }', 'web agent stranger'],
    ['not at the port of the Service', '{ ports: [{ port: 80 }] }', ''],
    ['at a port by its name in the pod', '{ ports: [{ port: web }] }', 'web agent stranger'],
    ['not at a name that the pod does not give', '{ ports: [{ port: http }] }', ''],
    ['at a range of ports, its end included', '{ ports: [{ port: 8000, endPort: 8080 }] }', 'web agent stranger'],
    ['not beyond a range of ports', '{ ports: [{ port: 8000, endPort: 8079 }] }', ''],
    ['not with another protocol', '{ ports: [{ port: 8080, protocol: UDP }] }', ''],
    ['at all ports of a protocol', '{ ports: [{ protocol: TCP }] }', 'web agent stranger'],
  ])('is %s', (_, rule, callers) => {
    expect(ingress(rule)).toBe(callers);
  });
});

describe('what goes out', () => {
  it('is not the business of a policy for what comes in', () => {
    expect(access(shop + network('{ podSelector: { matchLabels: { app: web } } }'))).toBe('allowed');
  });

  it('is nothing by a policy that says so', () => {
    const closed = network('{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }');
    expect(access(shop + closed)).toBe('denied');
  });

  it.each<[string, string, string]>([
    ['everything by an empty rule', '{}', 'allowed'],
    ['to pods by their labels', '{ to: [{ podSelector: { matchLabels: { app: orders } } }] }', 'allowed'],
    ['not to other pods', '{ to: [{ podSelector: { matchLabels: { app: cache } } }] }', 'denied'],
    ['to the port of the pods', '{ ports: [{ port: 8080 }] }', 'allowed'],
    ['to a port by its name in the called pods', '{ ports: [{ port: web }] }', 'allowed'],
    ['not to the port of the Service', '{ ports: [{ port: 80 }] }', 'denied'],
  ])('is %s', (_, rule, expected) => {
    expect(egress(rule)).toBe(expected);
  });

  it('has to come in as well', () => {
    const out = network('{ podSelector: { matchLabels: { app: web } }, egress: [{}] }', { name: 'out' });
    expect(access(shop + out + network(`{ ${orders} }`))).toBe('denied');
  });
});

describe('pods on the network of their node', () => {
  const onNode = (name: string) =>
    shop.replace(`spec: { serviceAccountName: ${name},`, `spec: { hostNetwork: true, serviceAccountName: ${name},`);

  it('may not be closed by policies', () => {
    expect(access(onNode('orders') + network(`{ ${orders} }`))).toBe('depends');
  });

  it('may not be found by selectors', () => {
    expect(access(onNode('web') + network(`{ ${orders}, ingress: [{ from: [{ podSelector: {} }] }] }`))).toBe(
      'depends',
    );
  });
});
