import { parseDocument } from 'yaml';
import * as z from 'zod';
import { fields, flag, item, list, mapping, number, text, word, words } from '../manifest/lenient';
import type { Manifest } from '../manifest/manifest';
import type { ManifestIndex } from './manifest-index';

export interface DefaultRetries {
  /** Beside the first try. */
  readonly attempts: number;
  readonly perTryTimeout?: string | undefined;
  readonly retryOn?: string | undefined;
}

/** Whom proxies ask about requests. */
export interface AuthorizationProvider {
  /** By HTTP it can be asked of requests alone, and not of connections of TCP. */
  readonly isForTcp: boolean;
}

/** What holds in the whole mesh. */
export interface MeshConfig {
  /** Policies here without a selector hold in every namespace. */
  readonly rootNamespace: string;
  readonly trustDomain: string;
  /** What a proxy does with hosts it does not know, where no Sidecar says. */
  readonly outboundTrafficPolicy: string;
  /** How requests are tried again whose route says nothing of retries. @default - as Istio does by itself */
  readonly defaultRetries?: DefaultRetries | undefined;
  /** Trust domains whose identities count as those of the mesh's own. */
  readonly trustDomainAliases: readonly string[];
  /** How proxies read paths before they decide; nothing if the files have no mesh configuration. */
  readonly pathNormalization?: string | undefined;
  /** Whether clients send mutual TLS to whoever takes it, unasked. */
  readonly isAutoMutualTls: boolean;
  /** Who can be asked by CUSTOM policies, by name; nothing if the files have no mesh configuration. */
  readonly authorizationProviders?: ReadonlyMap<string, AuthorizationProvider> | undefined;
  /** Who can be told by Telemetry, and of a kind that is deprecated: the kind, by name. */
  readonly outdatedProviders: ReadonlyMap<string, string>;
  /** Where access logs go if no Telemetry says so. */
  readonly accessLogProviders: readonly string[];
  /** What proxies are told by their environment. */
  readonly proxyMetadata: Readonly<Record<string, string | undefined>>;
}

const mesh = item({
  rootNamespace: text,
  trustDomain: text,
  defaultHttpRetryPolicy: fields({ attempts: number, perTryTimeout: text, retryOn: text }),
  trustDomainAliases: words,
  outboundTrafficPolicy: fields({ mode: text }),
  pathNormalization: fields({ normalization: text }),
  enableAutoMtls: flag,
  extensionProviders: list(
    item({
      name: text,
      envoyExtAuthzHttp: fields({}),
      envoyExtAuthzGrpc: fields({}),
      lightstep: fields({}),
      opencensus: fields({}),
    }),
  ),
  defaultProviders: fields({ accessLogging: words }),
  defaultConfig: fields({ proxyMetadata: mapping(word) }),
});

/** Where objects have it, by kind: as a text in the ConfigMap `istio`, as a value in what an installer makes that of. */
const written: Readonly<Record<string, (content: Manifest['content']) => unknown>> = {
  ConfigMap: (content) => parsed(configMap.safeParse(content).data?.data.mesh ?? ''),
  IstioOperator: (content) => {
    const spec = operator.safeParse(content).data?.spec;
    return spec?.meshConfig ?? spec?.values?.meshConfig;
  },
  Istio: (content) => operator.safeParse(content).data?.spec.values?.meshConfig,
};
const configMap = z.object({ data: z.object({ mesh: z.string() }) });
const operator = z.object({
  spec: z
    .object({ meshConfig: z.unknown(), values: z.object({ meshConfig: z.unknown() }).partial().optional() })
    .partial(),
});

const kinds = [
  ['', 'ConfigMap'],
  ['install.istio.io', 'IstioOperator'],
  ['sailoperator.io', 'Istio'],
] as const;

/** The objects that configure the whole mesh: the ConfigMap `istio`, IstioOperators, and Istios of the Sail operator; the first counts. */
export function meshConfigsIn(index: Pick<ManifestIndex, 'ofKind'>): Manifest[] {
  return kinds
    .flatMap(([group, kind]) => index.ofKind(group, kind))
    .filter(({ kind, name }) => kind !== 'ConfigMap' || name === 'istio');
}

/**
 * What an object says of the whole mesh, and Istio's defaults for the rest.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function meshConfigOf(found: Manifest | undefined): MeshConfig {
  if (found === undefined) {
    return defaults;
  }
  const config = seen.get(found) ?? read(found);
  seen.set(found, config);
  return config;
}

const seen = new WeakMap<Manifest, MeshConfig>();
const defaults = read();

function read(found?: Manifest): MeshConfig {
  const said = mesh.parse(found && written[found.kind]?.(found.content));
  return {
    rootNamespace: said.rootNamespace ?? 'istio-system',
    trustDomain: said.trustDomain ?? 'cluster.local',
    outboundTrafficPolicy: said.outboundTrafficPolicy?.mode ?? 'ALLOW_ANY',
    defaultRetries: said.defaultHttpRetryPolicy && {
      ...said.defaultHttpRetryPolicy,
      attempts: said.defaultHttpRetryPolicy.attempts ?? 0,
    },
    trustDomainAliases: said.trustDomainAliases,
    pathNormalization: found && pathNormalizationOf(said.pathNormalization?.normalization),
    isAutoMutualTls: said.enableAutoMtls ?? true,
    authorizationProviders: found && providersOf(said.extensionProviders),
    outdatedProviders: outdatedOf(said.extensionProviders),
    accessLogProviders: said.defaultProviders?.accessLogging ?? [],
    proxyMetadata: said.defaultConfig?.proxyMetadata ?? {},
  };
}

function parsed(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : document.toJS();
}

type Provider = z.output<typeof mesh>['extensionProviders'][number];

/** @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider */
function providersOf(all: readonly Provider[]): ReadonlyMap<string, AuthorizationProvider> {
  return new Map(
    all
      .filter(({ envoyExtAuthzHttp, envoyExtAuthzGrpc }) => (envoyExtAuthzHttp ?? envoyExtAuthzGrpc) !== undefined)
      .map(({ name = '', envoyExtAuthzGrpc }) => [name, { isForTcp: envoyExtAuthzGrpc !== undefined }]),
  );
}

function outdatedOf(all: readonly Provider[]): ReadonlyMap<string, string> {
  const kinds = ['lightstep', 'opencensus'] as const;
  return new Map(
    all.flatMap((provider) =>
      kinds.filter((kind) => provider[kind] !== undefined).map((kind) => [provider.name ?? '', kind] as const),
    ),
  );
}

/** @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization-NormalizationType */
function pathNormalizationOf(said = 'DEFAULT'): string {
  return said === 'DEFAULT' ? 'BASE' : said;
}
