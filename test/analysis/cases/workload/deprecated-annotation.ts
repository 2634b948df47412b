import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { pod } from './pod';

export const deprecatedAnnotation: CheckCases = {
  code: 'IST0135',
  mutations: inNamespaces(
    [...labNamespaces, 'bookings', 'tickets-gateway', 'tickets', 'tickets-archive', 'bank', 'shop'],
    {
      'injection by annotation': change('Deployment', 'spec.template.metadata.annotations', {
        'sidecar.istio.io/inject': 'true',
      }),
      'statistics by annotation': change('Deployment', 'spec.template.metadata.annotations', {
        'sidecar.istio.io/statsInclusionPrefixes': 'cluster',
      }),
    },
  ),
  broken: {
    'injection by annotation': pod('', '', "annotations: { sidecar.istio.io/inject: 'true' }"),
  },
  clean: {
    'injection by label': pod('', '', "labels: { sidecar.istio.io/inject: 'true' }"),
    'injection by both, and what is alpha': pod(
      '',
      '',
      `labels: { sidecar.istio.io/inject: 'false' }, annotations: { sidecar.istio.io/inject: 'false', sidecar.istio.io/proxyCPU: 10m }`,
    ),
  },
};
