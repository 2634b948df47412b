import { inventoryFrom } from '../inputs';
import { ask, deployment, namespaces, networking, service, shares } from '../routing/world';

const controlled = (kind: string, name: string, owner: string, labels = '{ app: web }'): string => `
apiVersion: ${kind === 'Pod' ? 'v1' : 'apps/v1'}
kind: ${kind}
metadata:
  name: ${name}
  namespace: shop
  labels: ${labels}
  ownerReferences: [{ apiVersion: apps/v1, kind: ${owner.split(' ')[0]}, name: ${owner.split(' ')[1]}, controller: true }]
spec: { selector: { matchLabels: ${labels} }, template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: app, image: app }] } } }
`;
const named = (...texts: readonly string[]): string[] =>
  inventoryFrom(...texts).workloads.flatMap(({ kind, namespace, name, replicas }) =>
    namespace === 'shop' ? [`${kind} ${name} ${replicas}`] : [],
  );

describe('what makes pods', () => {
  const web = deployment('web', 'shop', '{ app: web }', 3);
  const [set, pod] = [
    controlled('ReplicaSet', 'web-7d9', 'Deployment web'),
    controlled('Pod', 'web-7d9-x', 'ReplicaSet web-7d9'),
  ];

  it('is counted once, whatever it has made', () => {
    expect(named(web, set, pod)).toEqual(['Deployment web 3']);
  });

  it('counts by itself where its owner is not among the objects', () => {
    expect(named(set, pod)).toEqual(['ReplicaSet web-7d9 1']);
    expect(named(pod)).toEqual(['Pod web-7d9-x 1']);
  });

  it.each([
    ['', 3 + 4],
    ['scaleDown: onsuccess', 4],
  ])('is a Deployment whose template a Rollout takes, with the pods of both (%s)', (more, replicas) => {
    const rollout = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web-rollout, namespace: shop }
spec: { replicas: 4, workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web, ${more} } }
`;
    expect(named(web, rollout)).toEqual([`Deployment web ${replicas}`]);
  });
});

describe('labels that controllers add', () => {
  const set = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: db } }
  template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: app, image: app, ports: [{ containerPort: 8080 }] }] } }
`;
  const world = [namespaces('shop'), deployment('web', 'shop', '{ app: web }'), set];
  const behind = (selector: string): number | undefined =>
    ask([...world, service('db', 'shop').replace('{ app: db }', selector)], 'web', 'http://db/').branches[0]?.pods;

  it.each([
    ['{ app: db }', 3],
    ['{ statefulset.kubernetes.io/pod-name: db-1 }', 1],
    ["{ app: db, apps.kubernetes.io/pod-index: '2' }", 1],
    ["{ apps.kubernetes.io/pod-index: '2', statefulset.kubernetes.io/pod-name: db-2 }", 1],
    ["{ apps.kubernetes.io/pod-index: '1', statefulset.kubernetes.io/pod-name: db-2 }", 0],
    ['{ statefulset.kubernetes.io/pod-name: db-3 }', 0],
    ['{ statefulset.kubernetes.io/pod-name: other-0 }', 0],
    ['{ statefulset.kubernetes.io/pod-name: db-01 }', 0],
    ['{ app: db, controller-revision-hash: db-5f8 }', 3],
    ['{ app: db, pod-template-hash: 5f8 }', 0],
  ])('find pods of a StatefulSet: %s', (selector, pods) => {
    expect(behind(selector)).toBe(pods);
  });

  it('are behind subsets that Argo Rollouts makes', () => {
    const rule = networking(
      'DestinationRule',
      'web',
      'shop',
      '{ host: web, subsets: [{ name: stable, labels: { rollouts-pod-template-hash: 5f8 } }] }',
    );
    const route = networking(
      'VirtualService',
      'web',
      'shop',
      '{ hosts: [web], http: [{ route: [{ destination: { host: web, subset: stable } }] }] }',
    );
    expect(shares(ask([...world, service('web', 'shop'), rule, route], 'web', 'http://web/'))).toBe('stable 100 %');
  });
});

describe('WorkloadEntries', () => {
  const entry = (name: string, of: string, labels: string): string =>
    networking('WorkloadEntry', name, of, `{ address: 10.0.0.9, labels: ${labels} }`);
  const world = [namespaces('shop', 'other'), deployment('web', 'shop', '{ app: web }'), service('ledger', 'shop')];

  it('are behind the Service of their namespace that selects them', () => {
    const entries = [
      entry('one', 'shop', '{ app: ledger, version: v1 }'),
      entry('two', 'shop', '{ app: ledger, version: v2 }'),
      entry('far', 'other', '{ app: ledger }'),
      entry('else', 'shop', '{ app: web }'),
    ];
    expect(ask([...world, ...entries], 'web', 'http://ledger/').branches).toMatchObject([{ pods: 2 }]);
  });
});
