import fc from 'fast-check';

/** A service of its own account, and whom its pods call. */
export interface App {
  readonly namespace: string;
  readonly portName: string;
  /** Of each release; more than one makes subsets. */
  readonly replicas: readonly number[];
  readonly annotations: Readonly<Record<string, string>>;
  /** Numbers of apps. */
  readonly calls: readonly number[];
}

export interface Route {
  readonly app: number;
  /** Numbers of apps and their weights. */
  readonly to: readonly { readonly app: number; readonly weight: number }[];
  /** The value of a header that the first rule asks for. */
  readonly header?: string | undefined;
  readonly timeout?: string | undefined;
  /** The app that a second rule leads to, of what the first leaves. */
  readonly rest?: number | undefined;
}

export interface DestinationTls {
  readonly namespace: string;
  readonly app: number;
  readonly mode?: string | undefined;
  readonly ofSubset?: string | undefined;
  readonly exportTo: readonly string[];
}

/** A mesh in a few words: small, and wrong in as many ways as people get it wrong. */
export interface SmallMesh {
  readonly injection: Readonly<Record<string, string | undefined>>;
  readonly outbound: string | undefined;
  readonly isAutomatic: boolean;
  readonly apps: readonly App[];
  readonly sidecars: readonly {
    readonly namespace: string;
    readonly hosts: readonly string[];
    readonly policy: object | undefined;
  }[];
  readonly modes: readonly { readonly namespace: string; readonly mode: string; readonly app: number | undefined }[];
  readonly tls: readonly DestinationTls[];
  readonly routes: readonly Route[];
  readonly policies: readonly {
    readonly namespace: string;
    readonly app: number | undefined;
    readonly action: string;
    readonly source: object | undefined;
    readonly path: string | undefined;
  }[];
}

const namespaces = ['one', 'two', 'three'];

const namespace = fc.constantFrom(...namespaces);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 2, size: 'max' });

const injection = fc.constantFrom('enabled', 'enabled', 'enabled', 'enabled', 'disabled', undefined, 'ambient');

const annotations = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  {},
  { 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' },
  { 'traffic.sidecar.istio.io/excludeOutboundPorts': '80' },
  { 'traffic.sidecar.istio.io/includeInboundPorts': '' },
);

function meshOf(size: number): fc.Arbitrary<SmallMesh> {
  const app = fc.nat(size - 1);
  return fc.record({
    injection: fc.record(Object.fromEntries(namespaces.map((name) => [name, injection]))),
    outbound: maybe(fc.constantFrom('REGISTRY_ONLY', 'ALLOW_ANY')),
    isAutomatic: fc.constantFrom(true, true, true, false),
    apps: fc.array(
      fc.record({
        namespace,
        portName: fc.constantFrom('http', 'http', 'http', 'grpc', 'tcp', 'web'),
        replicas: fc.constantFrom([1], [1, 1], [3, 1], [1], [1, 1], [2, 0], [0]),
        annotations,
        calls: fc.uniqueArray(app, { minLength: 1, maxLength: size }),
      }),
      { minLength: size, maxLength: size },
    ),
    sidecars: few(
      fc.record({
        namespace,
        hosts: fc.constantFrom(['./*'], ['*/*'], ['./*', 'two/*'], ['~/*'], ['one/*', 'three/*']),
        policy: fc.constantFrom(undefined, {}, { mode: 'REGISTRY_ONLY' }, { mode: 'ALLOW_ANY' }),
      }),
    ),
    modes: few(
      fc.record({
        namespace: fc.constantFrom(...namespaces, 'istio-system'),
        mode: fc.constantFrom('STRICT', 'STRICT', 'PERMISSIVE', 'DISABLE'),
        app: maybe(app),
      }),
    ),
    tls: few(
      fc.record({
        namespace,
        app,
        mode: maybe(fc.constantFrom('DISABLE', 'ISTIO_MUTUAL', 'SIMPLE', 'MUTUAL')),
        ofSubset: maybe(fc.constantFrom('DISABLE', 'ISTIO_MUTUAL')),
        exportTo: fc.constantFrom<string[]>([], [], ['.'], ['two']),
      }),
    ),
    // Of two VirtualServices of one host the second counts for nothing; HTTPRoutes are put together.
    routes: fc.uniqueArray(
      fc.record({
        app,
        to: fc.array(fc.record({ app, weight: fc.constantFrom(0, 10, 90) }), { minLength: 1, maxLength: 2 }),
        header: maybe(fc.constant('yes')),
        timeout: maybe(fc.constantFrom('1s', '20s')),
        rest: maybe(app),
      }),
      { minLength: 1, maxLength: size, selector: (route) => route.app },
    ),
    policies: few(
      fc.record({
        namespace: fc.constantFrom(...namespaces, 'istio-system'),
        app: maybe(app),
        action: fc.constantFrom('ALLOW', 'ALLOW', 'DENY'),
        source: fc.constantFrom(
          undefined,
          { namespaces: ['one'] },
          { notNamespaces: ['two'] },
          { principals: ['cluster.local/ns/two/sa/app-0'] },
        ),
        path: maybe(fc.constantFrom('/', '/secret')),
      }),
    ),
  });
}

export const smallMesh: fc.Arbitrary<SmallMesh> = fc.integer({ min: 2, max: 4 }).chain(meshOf);
