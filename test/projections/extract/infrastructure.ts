import type { Inventory, Pod } from './inventory';

const pod = (account: string, namespace: string, labels: Pod['labels'], name = account): Pod => {
  return { name, namespace, account, labels, env: [], meshed: false };
};

/** Pods of the platform as its charts label them; the account is the name an edge gives them. */
export const infrastructure: readonly Pod[] = [
  { ...pod('gateway', 'istio-ingress', { app: 'istio-ingressgateway', istio: 'ingressgateway' }), meshed: true },
  pod('prometheus', 'observability', {
    'app.kubernetes.io/instance': 'prometheus',
    'app.kubernetes.io/name': 'prometheus',
  }),
  pod('collector', 'observability', { 'app.kubernetes.io/instance': 'jaeger', 'app.kubernetes.io/name': 'jaeger' }),
  pod('grafana', 'observability', { 'app.kubernetes.io/instance': 'grafana', 'app.kubernetes.io/name': 'grafana' }),
  pod('kiali', 'observability', { 'app.kubernetes.io/instance': 'kiali', 'app.kubernetes.io/name': 'kiali' }),
  pod('istiod', 'istio-system', { app: 'istiod', istio: 'pilot' }),
  pod('dns', 'kube-system', { 'k8s-app': 'kube-dns' }),
];

/** Principals of the platform, by the account that an edge names. */
export const infrastructurePrincipals: ReadonlyMap<string, string> = new Map([
  ['cluster.local/ns/istio-ingress/sa/istio-ingressgateway', 'gateway'],
]);

/** Hosts of the platform that proxies know, likewise. */
export const infrastructureHosts: ReadonlyMap<string, string> = new Map([
  ['jaeger.observability.svc.cluster.local', 'collector'],
]);

/** A pod that nobody declared in every namespace of the mesh, where policies shall close it in. */
export function strays({ namespaces }: Pick<Inventory, 'namespaces'>): Pod[] {
  return [...namespaces]
    .filter(([, labels]) => labels['istio-injection'] === 'enabled')
    .map(([namespace]) => pod(`stray of ${namespace}`, namespace, {}));
}

/**
 * Pods that nobody declared: neighbours of the platform, and for every rendered pod one of the
 * same labels in a namespace of somebody else.
 */
export function strangers({ pods }: Pick<Inventory, 'pods'>): Pod[] {
  return [
    pod('shell', 'istio-ingress', { run: 'shell' }),
    pod('neighbour', 'observability', { 'app.kubernetes.io/instance': 'loki' }),
    pod('nobody', 'default', {}),
    ...pods.map(({ name, account, labels }) => pod(`impostor of ${account}`, 'default', labels, name)),
  ];
}
