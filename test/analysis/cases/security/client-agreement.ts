import type { CheckCases } from '../../check-cases';

const manual = `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "enableAutoMtls: false" }
---`;
const servers = (namespace: string, mode: string, selector = ''): string => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: ${namespace} }
spec: { ${selector} mtls: { mode: ${mode} } }
---`;
const clients = (host: string, mode: string): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: clients-${mode.toLowerCase().replace('_', '-')}, namespace: istio-system }
spec: { host: '${host}', trafficPolicy: { tls: { mode: ${mode} } } }
---`;
const ofShop = '*.shop.svc.cluster.local';

export const strictMeshWithoutClients: CheckCases = {
  code: 'KIA0401',
  broken: {
    'clients that nobody tells': manual + servers('istio-system', 'STRICT'),
    'clients of one namespace alone': manual + servers('istio-system', 'STRICT') + clients(ofShop, 'ISTIO_MUTUAL'),
  },
  clean: {
    'clients that find out': servers('istio-system', 'STRICT'),
    'clients that are told': manual + servers('istio-system', 'STRICT') + clients('*.local', 'ISTIO_MUTUAL'),
    'a mesh that takes both': manual + servers('istio-system', 'PERMISSIVE'),
  },
};

export const strictNamespaceWithoutClients: CheckCases = {
  code: 'KIA0501',
  broken: {
    'clients that nobody tells': manual + servers('shop', 'STRICT'),
    'clients of another namespace': manual + servers('store', 'STRICT') + clients(ofShop, 'ISTIO_MUTUAL'),
    'a namespace that is left out': `${manual}${servers('shop', 'STRICT')}${clients('*.local', 'ISTIO_MUTUAL')}${clients(ofShop, 'DISABLE')}`,
  },
  clean: {
    'clients that find out': servers('shop', 'STRICT'),
    'clients that are told, for the namespace': manual + servers('shop', 'STRICT') + clients(ofShop, 'ISTIO_MUTUAL'),
    'clients that are told, for the mesh': manual + servers('shop', 'STRICT') + clients('*.local', 'MUTUAL'),
    'single workloads': manual + servers('shop', 'STRICT', 'selector: { matchLabels: { app: web } },'),
  },
};

export const plainNamespaceWithClients: CheckCases = {
  code: 'KIA0505',
  broken: {
    'clients of the namespace': servers('shop', 'DISABLE') + clients(ofShop, 'ISTIO_MUTUAL'),
    'clients of the mesh': servers('shop', 'DISABLE') + clients('*.local', 'ISTIO_MUTUAL'),
  },
  clean: {
    'clients that find out': servers('shop', 'DISABLE'),
    'a namespace that is left out':
      servers('shop', 'DISABLE') + clients('*.local', 'ISTIO_MUTUAL') + clients(ofShop, 'DISABLE'),
    'clients of another namespace': servers('store', 'DISABLE') + clients(ofShop, 'ISTIO_MUTUAL'),
  },
};

export const plainMeshWithClients: CheckCases = {
  code: 'KIA0506',
  broken: { 'clients of the mesh': servers('istio-system', 'DISABLE') + clients('*.local', 'ISTIO_MUTUAL') },
  clean: {
    'clients that find out': servers('istio-system', 'DISABLE'),
    'clients of one namespace': servers('istio-system', 'DISABLE') + clients(ofShop, 'ISTIO_MUTUAL'),
  },
};
