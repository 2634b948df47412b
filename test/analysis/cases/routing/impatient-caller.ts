import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { rule, tiers } from '../tiers';

const front = { name: 'front', calls: 'http://middle', gateways: 'edge' };

export const impatientCaller: CheckCases = {
  code: 'LAB056',
  mutations: inNamespaces([...labNamespaces, 'bookings'], {
    'an entry that waits for a second': change('VirtualService', 'spec.http.*.timeout', (old) =>
      old === '15s' || old === '20s' ? '1s' : undefined,
    ),
    'a try that is cut before the call behind it ends': change(
      'VirtualService',
      'spec.http.*.retries.perTryTimeout',
      (old) => (old === '3s' ? '100ms' : undefined),
    ),
  }),
  broken: {
    'a caller that gives up first': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      { name: 'middle', http: rule('middle', 'timeout: 5s') },
    ),
    'tries that take longer together than the caller waits': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      { name: 'middle', http: rule('middle', 'retries: { attempts: 2, perTryTimeout: 1s }') },
    ),
  },
  clean: {
    'timeouts that shrink': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      { name: 'middle', http: rule('middle', 'timeout: 2s') },
    ),
    'a call without a timeout, of which nobody knows how long it takes': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      { name: 'middle', http: rule('middle', 'retries: { attempts: 0 }') },
    ),
    'a timeout of 0, which is none': tiers(
      { ...front, http: rule('front', 'timeout: 0s') },
      { name: 'middle', http: rule('middle', 'timeout: 5s') },
    ),
    'a short timeout for one path': tiers(
      {
        ...front,
        http: `${rule('front', 'timeout: 1s', 'match: [{ uri: { exact: /health } }],')}, ${rule('front', 'timeout: 9s')}`,
      },
      { name: 'middle', http: rule('middle', 'timeout: 5s') },
    ),
    'a long timeout for another caller': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      {
        name: 'middle',
        http: `${rule('middle', 'timeout: 2s', 'match: [{ sourceLabels: { app: front } }],')}, ${rule('middle', 'timeout: 60s')}`,
      },
    ),
    'a caller without a sidecar, whose timeouts nobody keeps': tiers(
      { ...front, http: rule('front', 'timeout: 2s') },
      { name: 'middle', http: rule('middle', 'timeout: 5s') },
    ).replace('istio-injection: enabled', 'istio-injection: disabled'),
  },
};
