import { parseDocument } from 'yaml';
import * as z from 'zod';
import { fields, flag, item, list, mapping, number, text, word, words } from '../manifest/lenient';
import type { Manifest } from '../manifest/manifest';

export interface DefaultRetries {
  /** Beside the first try. */
  readonly attempts: number;
  readonly perTryTimeout?: string | undefined;
  readonly retryOn?: string | undefined;
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
  /** Who can be asked whether a request may pass, by name; nothing if the files have no mesh configuration. */
  readonly authorizers?: readonly string[] | undefined;
  /** Whether clients send mutual TLS to whoever takes it, unasked. */
  readonly isAutoMutualTls: boolean;
  /** Where access logs go if no Telemetry says so. */
  readonly accessLogProviders: readonly string[];
  /** What proxies are told by their environment. */
  readonly proxyMetadata: Readonly<Record<string, string | undefined>>;
}

const configMap = z.object({ data: z.object({ mesh: z.string() }) });
const mesh = item({
  rootNamespace: text,
  trustDomain: text,
  defaultHttpRetryPolicy: fields({ attempts: number, perTryTimeout: text, retryOn: text }),
  trustDomainAliases: words,
  outboundTrafficPolicy: fields({ mode: text }),
  pathNormalization: fields({ normalization: text }),
  enableAutoMtls: flag,
  extensionProviders: list(item({ name: text, envoyExtAuthzHttp: fields({}), envoyExtAuthzGrpc: fields({}) })),
  defaultProviders: fields({ accessLogging: words }),
  defaultConfig: fields({ proxyMetadata: mapping(word) }),
});

/**
 * What the ConfigMap `istio` says, if it is among the objects, and Istio's defaults for the rest.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function meshConfigOf(manifests: readonly Manifest[]): MeshConfig {
  const found = manifests.find(isMeshConfig);
  if (found === undefined) {
    return defaults;
  }
  const config = seen.get(found) ?? read(found);
  seen.set(found, config);
  return config;
}

/** Whether an object configures the whole mesh. */
export function isMeshConfig({ kind, name }: Manifest): boolean {
  return kind === 'ConfigMap' && name === 'istio';
}

const seen = new WeakMap<Manifest, MeshConfig>();
const defaults = read();

function read(found?: Manifest): MeshConfig {
  const written = configMap.safeParse(found?.content).data?.data.mesh ?? '';
  const document = parseDocument(written, { logLevel: 'silent' });
  const said = mesh.parse(document.errors.length > 0 ? undefined : document.toJS());
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
    authorizers: found && authorizersAmong(said.extensionProviders),
    isAutoMutualTls: said.enableAutoMtls ?? true,
    accessLogProviders: said.defaultProviders?.accessLogging ?? [],
    proxyMetadata: said.defaultConfig?.proxyMetadata ?? {},
  };
}

/** @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider */
function authorizersAmong(providers: z.output<typeof mesh>['extensionProviders']): string[] {
  return providers.flatMap(({ name = '', envoyExtAuthzHttp, envoyExtAuthzGrpc }) =>
    (envoyExtAuthzHttp ?? envoyExtAuthzGrpc) === undefined ? [] : [name],
  );
}

/** @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization-NormalizationType */
function pathNormalizationOf(said = 'DEFAULT'): string {
  return said === 'DEFAULT' ? 'BASE' : said;
}
