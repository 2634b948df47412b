import { timeoutOf } from '../../calls/resilience';
import { configurationOf } from '../../routing/configuration';
import { attemptsOf } from '../../routing/retries';
import { fieldOf } from '../../routing/rule-fields';
import { writtenRules } from '../../routing/rules';
import { millisecondsOf } from '../../../kubernetes/duration';
import type { Check } from '../check';

export const lostTries: Check = {
  code: 'LAB068',
  level: 'warning',
  title: 'Every retry of a route can begin before its timeout',
  reason:
    'The timeout of a route covers all tries together. Where the tries before it may use it up, the last retry is never made: the request fails although retries are written.',
  remedy: 'raise `timeout`, or lower `attempts` or `perTryTimeout`: their product has to be shorter than the timeout',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry',
  *find(inventory) {
    for (const route of configurationOf(inventory).routes) {
      for (const placed of writtenRules(route)) {
        const { manifest, rule } = placed;
        const { perTryTimeout = '' } = rule.retries ?? {};
        const retries = rule.retries === undefined ? 0 : attemptsOf(rule.retries);
        const before = retries * (millisecondsOf(perTryTimeout) ?? 0);
        if (before > 0 && before >= timeoutOf(rule)) {
          const message = `${retries} tries of ${perTryTimeout} may take ${before} ms, and the timeout of ${rule.timeout ?? ''} ends them before the last retry begins`;
          yield { manifest, path: fieldOf(placed, 'perTryTimeout'), message };
        }
      }
    }
  },
};
