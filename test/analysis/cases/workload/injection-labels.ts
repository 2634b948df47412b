import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { pod } from './pod';

export const injectionLabels: CheckCases = {
  code: 'IST0123',
  mutations: {
    'a revision beside the label': change('Namespace', 'metadata.labels', {
      'istio-injection': 'enabled',
      'istio.io/rev': 'canary',
    }),
    'ambient beside sidecars': change('Namespace', 'metadata.labels', {
      'istio-injection': 'enabled',
      'istio.io/dataplane-mode': 'ambient',
    }),
    'ambient beside a revision': change('Namespace', 'metadata.labels', {
      'istio.io/rev': 'stable',
      'istio.io/dataplane-mode': 'ambient',
    }),
  },
  broken: {
    'sidecars of two installations': pod('istio-injection: enabled, istio.io/rev: canary', '', ''),
    'sidecars and ambient': pod('istio-injection: enabled, istio.io/dataplane-mode: ambient', '', ''),
  },
  clean: {
    'one of the two': pod('istio.io/rev: canary', '', ''),
    'ambient with sidecars switched off': pod('istio-injection: disabled, istio.io/dataplane-mode: ambient', '', ''),
    'sidecars with ambient switched off': pod('istio-injection: enabled, istio.io/dataplane-mode: none', '', ''),
    'a revision alone': pod('istio.io/rev: canary', '', ''),
  },
};
