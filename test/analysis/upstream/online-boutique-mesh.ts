import { documents, shopObjects } from './online-boutique';

/**
 * Online Boutique v0.10.6 in the mesh: with the component for Istio, which takes the external Service away, in a
 * namespace that injects, as its guide asks for.
 * @see https://github.com/GoogleCloudPlatform/microservices-demo/tree/v0.10.6/kustomize/components/service-mesh-istio
 */
export function onlineBoutiqueInMesh(): string {
  return documents([...shopObjects(), ...meshObjects]);
}

const meshObjects: readonly object[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default', labels: { 'istio-injection': 'enabled' } } },
  {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'Gateway',
    metadata: { name: 'istio-gateway' },
    spec: {
      gatewayClassName: 'istio',
      listeners: [{ name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } }],
    },
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'HTTPRoute',
    metadata: { name: 'frontend-route' },
    spec: {
      parentRefs: [{ name: 'istio-gateway' }],
      rules: [{ matches: [{ path: { value: '/' } }], backendRefs: [{ name: 'frontend', port: 80 }] }],
    },
  },
  {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'VirtualService',
    metadata: { name: 'frontend' },
    spec: {
      hosts: ['frontend.default.svc.cluster.local'],
      http: [{ route: [{ destination: { host: 'frontend', port: { number: 80 } } }] }],
    },
  },
  egress('allow-egress-googleapis', { hosts: ['accounts.google.com', '*.googleapis.com'] }),
  egress('allow-egress-google-metadata', { hosts: ['metadata.google.internal'], addresses: ['169.254.169.254'] }),
];

function egress(name: string, to: object): object {
  const ports = [
    { number: 80, name: 'http', protocol: 'HTTP' },
    { number: 443, name: 'https', protocol: 'HTTPS' },
  ];
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'ServiceEntry',
    metadata: { name },
    spec: { ...to, ports },
  };
}
