import type { CheckCases } from '../../check-cases';
import { change, inNamespaces, labNamespaces } from '../../mutation';
import { extended } from '../extended';
import { rule, tiers } from '../tiers';

const route = (resilience: string): string => tiers({ name: 'web', http: rule('web', resilience) });

export const lostTries: CheckCases = {
  code: 'LAB068',
  mutations: inNamespaces([...labNamespaces, 'bookings'], {
    'a try as long as all tries together': change('VirtualService', 'spec.http.*', (old) =>
      extended(old, { retries: { attempts: 1, perTryTimeout: '20s' } }),
    ),
  }),
  broken: {
    'tries that use the timeout up': route('timeout: 6s, retries: { attempts: 3, perTryTimeout: 2s }'),
  },
  clean: {
    'a last try that is cut short': route('timeout: 10s, retries: { attempts: 3, perTryTimeout: 3s }'),
    'tries without a timeout of their own': route('timeout: 10s, retries: { attempts: 3 }'),
    'a route without a timeout': route('retries: { attempts: 3, perTryTimeout: 20s }'),
    'durations that can not be read': route('timeout: soon, retries: { attempts: 3, perTryTimeout: later }'),
  },
};
