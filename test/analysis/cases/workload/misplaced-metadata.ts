import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { pod } from './pod';

export const misplacedMetadata: CheckCases = {
  code: 'IST0107',
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'resources of the proxy on the Deployment': change('Deployment', 'metadata.annotations', {
        'sidecar.istio.io/proxyMemory': '64Mi',
      }),
      'injection on the Deployment': change('Deployment', 'metadata.labels', { 'sidecar.istio.io/inject': 'false' }),
      'injection of a namespace on pods': change('Deployment', 'spec.template.metadata.labels', {
        'istio-injection': 'enabled',
      }),
      'visibility on pods': change('Deployment', 'spec.template.metadata.annotations', {
        'networking.istio.io/exportTo': '.',
      }),
      'a log level on the namespace': change('Namespace', 'metadata.annotations', {
        'sidecar.istio.io/logLevel': 'debug',
      }),
      'ports on the Service': change('Service', 'metadata.annotations', {
        'traffic.sidecar.istio.io/excludeInboundPorts': '80',
      }),
    },
  ),
  broken: {
    'resources of the proxy on the Deployment': pod('', 'annotations: { sidecar.istio.io/proxyMemory: 64Mi }', ''),
    'a label of namespaces on pods': pod('', '', 'labels: { istio-injection: enabled }'),
  },
  clean: {
    'resources of the proxy on its pods': pod('', '', 'annotations: { sidecar.istio.io/proxyMemory: 64Mi }'),
    'the same on the Deployment and on its pods': pod(
      '',
      "labels: { sidecar.istio.io/inject: 'true' }, annotations: { sidecar.istio.io/proxyCPU: 10m }",
      "labels: { sidecar.istio.io/inject: 'true' }, annotations: { sidecar.istio.io/proxyCPU: 10m }",
    ),
    'a label that a chart copies to its Service': `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { sidecar.istio.io/inject: 'false' } }
`,
    'annotations of others': pod('', 'annotations: { kiali.io/runtimes: go, example.com/istio.io: a }', ''),
  },
};
