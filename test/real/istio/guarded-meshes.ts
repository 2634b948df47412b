import { istio, service, textOf } from './objects';
import { platform } from './platform';
import type { CallProbe, JudgedMesh } from './probes';

const calls = (port: number, ...paths: readonly string[]): CallProbe[] =>
  ['shop/client', 'pay/client', 'legacy/old'].flatMap((from) =>
    paths.flatMap((path) =>
      ['GET', 'POST'].map((method) => ({ from, to: 'shop/web', port, method, path, isTcp: port === 9000 })),
    ),
  );
const guarded = (title: string, specs: readonly object[], probes: readonly CallProbe[]): JudgedMesh => ({
  title,
  text: textOf([
    ...platform,
    service('shop', 'web', [
      { name: 'http', port: 80, targetPort: 8080 },
      { name: 'tcp', port: 9000 },
    ]),
    ...specs.map((spec, index) =>
      istio('mtls' in spec ? 'PeerAuthentication' : 'AuthorizationPolicy', 'shop', `policy-${index}`, spec),
    ),
    // As istiod runs here: without any provider.
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'istio', namespace: 'istio-system' },
      data: { mesh: '{}' },
    },
  ]),
  requests: [],
  calls: probes,
});
const source = (one: object): object => ({ source: one });
const operation = (one: object): object => ({ operation: one });

/** One mesh for each rule of authorization that is easily read wrongly. */
export const guardedMeshes: readonly JudgedMesh[] = [
  guarded('nothing is allowed by a policy without rules', [{}], calls(80, '/')),
  guarded(
    'who has no identity is nobody that a policy names, and everybody that it excludes',
    [{ rules: [{ from: [source({ notPrincipals: ['cluster.local/ns/pay/sa/client'] })] }] }],
    calls(80, '/'),
  ),
  guarded(
    'strict mutual TLS keeps out who has no certificate',
    [{ mtls: { mode: 'STRICT' } }],
    [...calls(80, '/'), ...calls(9000, '/')],
  ),
  guarded(
    'paths by templates, prefixes and suffixes',
    [{ rules: [{ to: [operation({ paths: ['/a/{*}', '*z', '/p*'], methods: ['GET'] })] }] }],
    calls(80, '/a', '/a/b', '/a/b/c', '/xyz', '/p/q'),
  ),
  guarded(
    'what asks for HTTP never holds for TCP in an ALLOW, and holds without it in a DENY',
    [
      { action: 'DENY', rules: [{ to: [operation({ methods: ['POST'], ports: ['9000'] })] }] },
      { rules: [{ to: [operation({ methods: ['GET'] })] }, { from: [source({ namespaces: ['pay'] })] }] },
    ],
    [...calls(80, '/'), ...calls(9000, '/')],
  ),
  guarded(
    'what asks a provider that nobody has is refused',
    [
      { action: 'CUSTOM', provider: { name: 'sso' }, rules: [{ to: [operation({ paths: ['/admin*'] })] }] },
      { action: 'DENY', rules: [{ to: [operation({ methods: ['POST'], paths: ['/open'] })] }] },
    ],
    [...calls(80, '/admin', '/open'), ...calls(9000, '/')],
  ),
  guarded(
    'two providers are one too many',
    ['sso', 'waf'].map((name) => ({
      action: 'CUSTOM',
      provider: { name },
      rules: [{ to: [operation({ paths: [`/${name}`] })], from: [source({ namespaces: ['pay'] })] }],
    })),
    calls(80, '/sso', '/waf', '/open'),
  ),
];
