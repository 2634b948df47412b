import { matchesText } from '../../authorization/patterns';
import type { Check } from '../check';
import { operationValues } from './rule-values';

/** The registry of HTTP methods, and PURGE, which caches have made common. */
const methods: readonly string[] =
  `ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT CONNECT COPY DELETE GET HEAD LABEL LINK LOCK MERGE MKACTIVITY
  MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE OPTIONS ORDERPATCH PATCH POST PRI PROPFIND PROPPATCH PURGE PUT
  QUERY REBIND REPORT SEARCH TRACE UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL`.split(
    /\s+/,
  );

/** Kiali takes `get` for GET; the proxy compares letter by letter. */
export const impossibleMethod: Check = {
  code: 'KIA0102',
  level: 'error',
  title: 'Every method in an AuthorizationPolicy is a method of HTTP',
  reason: 'A method that no request has matches nothing: the rule lets nobody in, or keeps nobody out.',
  remedy: 'write an HTTP method in capitals; the methods of gRPC are paths, and all of them are POST',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  *find(inventory) {
    for (const { manifest, value, path } of operationValues(inventory, ['methods', 'notMethods'])) {
      if (!methods.some((method) => matchesText(value, method))) {
        const capitals = value.toUpperCase();
        const message = `no request has the method ${value}`;
        const spelling = methods.includes(capitals)
          ? { remedy: `write ${capitals}: methods are compared exactly` }
          : {};
        const isPath = value.includes('/') ? { remedy: `write it in paths, with POST as the method` } : {};
        yield { manifest, path, message, ...spelling, ...isPath };
      }
    }
  },
};
