import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { pod } from './pod';

export const unknownAnnotation: CheckCases = {
  code: 'IST0108',
  mutations: {
    'an annotation in the wrong case': change('Deployment', 'spec.template.metadata.annotations', {
      'sidecar.istio.io/proxyCpu': '10m',
    }),
    'an annotation nobody knows': change('Service', 'metadata.annotations', { 'networking.istio.io/unheard': 'a' }),
  },
  broken: {
    'an annotation in the wrong case': pod('', '', 'annotations: { sidecar.istio.io/proxyCpu: 10m }'),
  },
  clean: {
    'an annotation as Istio writes it': pod('', '', 'annotations: { sidecar.istio.io/proxyCPU: 10m }'),
    'annotations of Istio and of others': pod(
      '',
      'annotations: { istio.io/rev: default, notistio.io/inject: a }',
      "annotations: { proxy.istio.io/config: '{}', prometheus.io/scrape: 'true', istio.example/a: b }",
    ),
  },
};
