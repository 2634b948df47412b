import fc from 'fast-check';
import { service, textOf } from './objects';
import { platform } from './platform';
import type { CallProbe, JudgedMesh } from './probes';
import { all, maybe, numbered, some } from './random';

const names = some(['cluster.local/ns/shop/sa/client'], ['cluster.local/ns/pay/sa/*'], ['*'], ['*/sa/client']);
const source = all(
  maybe(names, 'principals'),
  maybe(some(['shop'], ['pay', 'legacy'], ['*']), 'namespaces'),
  maybe(some(['cluster.local/ns/pay/sa/client'], ['*']), 'notPrincipals'),
  maybe(some(['pay'], ['sh*']), 'notNamespaces'),
).filter((one) => Object.keys(one).length > 0);
const operation = all(
  maybe(some(['/a'], ['/a*'], ['*b'], ['/'], ['/a/{*}'], ['/{**}']), 'paths'),
  maybe(some(['GET'], ['POST', 'PUT'], ['*']), 'methods'),
  maybe(some(['8080'], ['9000'], ['8443', '8080']), 'ports'),
  maybe(some(['web.shop.svc.cluster.local'], ['web*'], ['*.local']), 'hosts'),
  maybe(some(['/a'], ['/a/*']), 'notPaths'),
  maybe(some(['GET']), 'notMethods'),
  maybe(some(['8080']), 'notPorts'),
).filter((one) => Object.keys(one).length > 0);
const condition = some<object>(
  { key: 'source.namespace', values: ['shop'] },
  { key: 'source.principal', notValues: ['cluster.local/ns/shop/sa/client'] },
  { key: 'destination.port', values: ['8080'] },
  { key: 'request.headers[x-a]', values: ['1'] },
);
const rule = all(
  maybe(
    fc.array(
      source.map((one) => ({ source: one })),
      { minLength: 1, maxLength: 2 },
    ),
    'from',
  ),
  maybe(
    fc.array(
      operation.map((one) => ({ operation: one })),
      { minLength: 1, maxLength: 2 },
    ),
    'to',
  ),
  maybe(fc.array(condition, { minLength: 1, maxLength: 1 }), 'when'),
);
const policy = all(
  maybe(some({ matchLabels: { app: 'web' } }, { matchLabels: { version: 'v1' } }), 'selector'),
  maybe(some('ALLOW', 'DENY'), 'action'),
  fc.array(rule, { maxLength: 2 }).map((rules) => (rules.length === 0 ? {} : { rules })),
);
const peers = all(
  some('STRICT', 'PERMISSIVE', 'DISABLE').map((mode) => ({ mtls: { mode } })),
  maybe(some({ matchLabels: { app: 'web' } }), 'selector'),
);
const call: fc.Arbitrary<CallProbe> = fc
  .tuple(
    some('shop/client', 'pay/client', 'legacy/old'),
    some(80, 9000),
    some('GET', 'POST'),
    some('/', '/a', '/a/b', '/b'),
  )
  .map(([from, asked, method, path]) => ({ from, to: 'shop/web', port: asked, method, path, isTcp: asked === 9000 }));

/** A mesh of policies, and who calls whom. */
export const guardedMesh: fc.Arbitrary<Omit<JudgedMesh, 'title'>> = fc
  .record({
    policies: fc.array(fc.tuple(some('shop', 'shop', 'istio-system'), policy), { minLength: 1, maxLength: 3 }),
    peers: fc.option(fc.tuple(some('shop', 'istio-system'), peers)),
    calls: fc.uniqueArray(call, { minLength: 6, maxLength: 8, selector: (one) => JSON.stringify(one) }),
  })
  .map(({ policies, peers: found, calls }) => ({
    text: textOf([
      ...platform,
      service('shop', 'web', [
        { name: 'http', port: 80, targetPort: 8080 },
        { name: 'tcp', port: 9000 },
      ]),
      ...numbered('AuthorizationPolicy', 'policy', policies),
      ...numbered('PeerAuthentication', 'default', found === null ? [] : [found]),
    ]),
    requests: [],
    calls,
  }));
