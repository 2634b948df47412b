import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { extended } from '../extended';

const annotation = 'sidecar.istio.io/rewriteAppHTTPProbers';

const pod = (annotations: string, probe: string, mode = 'STRICT'): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: ${mode} } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, annotations: { ${annotation}: "false"${annotations} } }
spec: { containers: [{ name: web, ports: [{ name: web, containerPort: 8080 }], readinessProbe: ${probe} }] }
`;
const get = '{ httpGet: { path: /ready, port: 8080 } }';

export const refusedProbe: CheckCases = {
  code: 'LAB059',
  mutations: inNamespaces(labNamespaces, {
    'probes left as they are': change('Deployment', 'spec.template.metadata', (old) =>
      extended(old, { annotations: { [annotation]: 'false' } }),
    ),
  }),
  broken: {
    'a port by its name': pod('', '{ httpGet: { path: /ready, port: web } }'),
    'a probe over gRPC': pod('', '{ grpc: { port: 8080 } }'),
    'another port left out': pod(', traffic.sidecar.istio.io/excludeInboundPorts: "9090"', get),
  },
  clean: {
    'probes that are rewritten': pod('', get).replace('"false"', '"true"'),
    'a port that also takes plaintext': pod('', get, 'PERMISSIVE'),
    'a port that the sidecar leaves alone': pod(', traffic.sidecar.istio.io/excludeInboundPorts: "9090, 8080"', get),
    'ports among which this one is not': pod(', traffic.sidecar.istio.io/includeInboundPorts: "9090"', get),
    'a command': pod('', '{ exec: { command: [true] } }'),
    'a connection, which the proxy accepts': pod('', '{ tcpSocket: { port: 8080 } }'),
    'a name that no port has': pod('', '{ httpGet: { port: nothing } }'),
    'pods without a sidecar': pod('', get).replace('enabled', 'disabled'),
  },
};
