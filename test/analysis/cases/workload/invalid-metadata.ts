import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { pod } from './pod';

const annotations = 'spec.template.metadata.annotations';

export const invalidMetadata: CheckCases = {
  code: 'IST0125',
  mutations: {
    'an amount of megabytes': change('Deployment', annotations, { 'sidecar.istio.io/proxyMemory': '64MB' }),
    'a port by its name': change('Deployment', annotations, { 'traffic.sidecar.istio.io/excludeInboundPorts': 'http' }),
    'an address without a range': change('Deployment', annotations, {
      'traffic.sidecar.istio.io/excludeOutboundIPRanges': '10.0.0.1',
    }),
    'a namespace injected by yes': change('Namespace', 'metadata.labels', { 'istio-injection': 'true' }),
    'a pod injected by enabled': change('Deployment', 'spec.template.metadata.labels', {
      'sidecar.istio.io/inject': 'enabled',
    }),
  },
  broken: {
    'an amount of megabytes': pod('', '', 'annotations: { sidecar.istio.io/proxyMemory: 64MB }'),
    'a namespace injected by true': pod("istio-injection: 'true'", '', ''),
  },
  clean: {
    'an amount that Kubernetes knows': pod('', '', 'annotations: { sidecar.istio.io/proxyMemory: 64Mi }'),
    'values as the reference has them': pod(
      'istio-injection: disabled',
      '',
      `labels: { sidecar.istio.io/inject: 'false' }, annotations: {
        sidecar.istio.io/proxyCPU: 0.5, sidecar.istio.io/proxyMemoryLimit: 1Gi, sidecar.istio.io/interceptionMode: TPROXY,
        traffic.sidecar.istio.io/includeInboundPorts: '*', traffic.sidecar.istio.io/excludeOutboundPorts: '5432, 6379',
        traffic.sidecar.istio.io/includeOutboundIPRanges: '10.0.0.0/8,fd00::/8', status.sidecar.istio.io/port: '0',
        prometheus.istio.io/merge-metrics: 'false' }`,
    ),
  },
};
