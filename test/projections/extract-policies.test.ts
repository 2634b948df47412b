import { change, documents, type Edit, leaveOut, replace, type Target } from './edit';
import { authorizationEdges } from './extract/authorization';
import { inventoryOf } from './extract/inventory';
import { networkEdges } from './extract/network';

describe('AuthorizationPolicies', () => {
  const callers: Target = { kind: 'AuthorizationPolicy', namespace: 'backend', name: 'backend-callers' };
  const after = (edit: Edit, target = callers) => change(authorizationEdges, target, edit);
  const lost = ['frontend -> backend:8080'];

  it.each([
    ['that are left out allow nobody, as long as there is one that refuses', leaveOut, []],
    ['of another port', replace('"8080"', '"80"'), ['frontend -> backend:80']],
    ['without a port', replace(/ports:\n\s+- "8080"/, 'methods: [GET]'), ['frontend -> backend:*']],
    ['without a caller', replace(/from:[^]*?to:/, 'to:'), ['anybody -> backend:8080']],
    [
      'of a service account that nobody has',
      replace('sa/frontend', 'sa/default'),
      ['cluster.local/ns/frontend/sa/default -> backend:8080'],
    ],
    ['of no pod at all', replace(/app: backend\n$/, 'app: nobody\n'), []],
    [
      'of one release',
      replace(/(app: backend\n)$/, '$1      version: canary\n'),
      [
        'frontend (frontend-canary) -> backend (backend-canary):8080',
        'frontend (frontend-stable) -> backend (backend-canary):8080',
      ],
    ],
  ])('%s', (_, edit, gained) => {
    expect(after(edit)).toEqual({ lost, gained });
  });

  it('that refuse everything do not matter where others allow something', () => {
    const denyAll = { ...callers, name: 'deny-all' };
    expect(after(leaveOut, denyAll)).toEqual({ lost: [], gained: [] });
  });

  it('that are none at all allow everybody', () => {
    const without = documents.filter((text) => !text.includes('kind: AuthorizationPolicy'));
    expect(authorizationEdges(inventoryOf(without))).toEqual([
      'anybody -> backend:*',
      'anybody -> frontend:*',
      'anybody -> ml:*',
    ]);
  });
});

describe('NetworkPolicies', () => {
  const policy = (name: string): Target => ({ kind: 'NetworkPolicy', namespace: name, name });
  const call = 'frontend -> backend:8080';
  const backend = policy('backend');
  const frontend = policy('frontend');

  it.each<[string, Target, Edit, readonly string[], readonly string[]]>([
    ['of another port of the callee', backend, replace('port: 8080', 'port: 80'), [call], []],
    ['of another port of the caller', frontend, replace('port: 8080', 'port: 80'), [call], []],
    [
      'of UDP',
      frontend,
      replace('port: 8080\n          protocol: TCP', 'port: 8080\n          protocol: UDP'),
      [call],
      [],
    ],
    ['of another namespace', backend, replace('metadata.name: frontend', 'metadata.name: shop'), [call], []],
    [
      'of every pod in the namespace of the caller, where nobody else may send',
      backend,
      replace(/\n +podSelector:\n +matchLabels:\n +app: frontend/, ''),
      [],
      [],
    ],
    [
      'of pods in every namespace',
      backend,
      replace('kubernetes.io/metadata.name: frontend\n', '{}\n'),
      [],
      ['impostor of frontend -> backend:8080'],
    ],
    [
      'of pods in the own namespace',
      backend,
      replace(/namespaceSelector:\n +matchLabels:\n +kubernetes.io.metadata.name: frontend\n +/, ''),
      [call],
      [],
    ],
  ])('%s', (_, target, edit, lost, gained) => {
    expect(change(networkEdges, target, edit)).toEqual({ lost, gained });
  });

  it('that are left out still refuse as long as the default does', () => {
    const { lost, gained } = change(networkEdges, backend, leaveOut);
    expect(lost).toContain(call);
    expect(gained).toEqual([]);
  });

  it('that are left out by default do not close the pods that have none of their own', () => {
    const byDefault = { ...backend, name: 'default-deny' };
    expect(change(networkEdges, byDefault, leaveOut)).toEqual({
      lost: [],
      gained: [
        'anybody -> stray of backend:*',
        'stray of backend -> anybody:*',
        // The collector takes spans from the whole namespace.
        'stray of backend -> collector:9411',
      ],
    });
  });

  it('that are none at all let everybody in', () => {
    const isOfTheModel = (text: string) => text.includes('kind: NetworkPolicy') && text.includes('namespace: ml');
    const edges = networkEdges(inventoryOf(documents.filter((text) => !isOfTheModel(text))));
    expect(edges).toEqual(expect.arrayContaining(['backend -> ml:5001', 'anybody -> ml:*', 'ml -> anybody:*']));
  });
});
