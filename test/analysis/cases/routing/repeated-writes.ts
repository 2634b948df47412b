import type { CheckCases } from '../../check-cases';
import { change, inNamespaces } from '../../mutation';
import { extended } from '../extended';
import { rule, tiers } from '../tiers';

const route = (match: string, retries: string): string =>
  tiers({ name: 'web', http: rule('web', `retries: { ${retries} }`, `match: [${match}],`) });
const post = '{ method: { exact: POST } }';

export const repeatedWrites: CheckCases = {
  code: 'LAB057',
  mutations: inNamespaces(['bookings'], {
    'a booking made twice': change('VirtualService', 'spec.http.0.retries.retryOn', (old) =>
      typeof old === 'string' && old.includes('refused-stream') ? 'connect-failure,5xx' : undefined,
    ),
    'a rule that is for posts alone': change('VirtualService', 'spec.http.1', (old) =>
      extended(old, { match: [{ method: { exact: 'POST' } }] }),
    ),
  }),
  broken: {
    'posts sent again after a reset': route(post, 'attempts: 2, retryOn: reset'),
    'a status that comes after the work': route(
      `${post}, { method: { exact: PATCH }, uri: { prefix: /orders } }`,
      "attempts: 1, retryOn: 'refused-stream, 500'",
    ),
  },
  clean: {
    'posts that never arrived': route(post, 'attempts: 2, retryOn: "connect-failure,refused-stream,retriable-4xx"'),
    'the retries of Istio itself': route(post, 'attempts: 2'),
    'no retries': route(post, 'attempts: 0, retryOn: 5xx'),
    'a method that may come twice': route('{ method: { exact: PUT } }', 'attempts: 2, retryOn: 5xx'),
    'a rule for reads as well': route(`${post}, { method: { exact: GET } }`, 'attempts: 2, retryOn: 5xx'),
    'a rule for any request': tiers({ name: 'web', http: rule('web', 'retries: { attempts: 2, retryOn: 5xx }') }),
  },
};
