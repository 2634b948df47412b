import type { ImagePlace } from '../kubernetes/mirrors';
import { addOns, addOnUrl, type AddOnUrls, traceQueryUrl } from './add-ons';
import type { ChartValues } from './chart-values';

/** What Pod Security `restricted` asks of every container. */
const restrictedContainer = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};
const restrictedPod = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

/** Data sources of Grafana, by which dashboards and Kiali refer to them. */
export const datasourceUid = { prometheus: 'prometheus', jaeger: 'jaeger' } as const;

/** What each add-on asks for, and the memory it may not exceed. */
export const addOnResources = {
  prometheus: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  grafana: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  jaeger: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  kiali: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '1Gi' } },
} as const;

/** The image, for charts that take it in one piece, under the name they have for it. */
function wholeImage(name: string, image: ImagePlace | undefined): ChartValues {
  return image === undefined ? {} : { [name]: `${image.registry}/${image.repository}` };
}

/** What Prometheus computes ahead and watches for: contents of rule files. */
export interface PrometheusRules {
  readonly recording: object;
  readonly alerting: object;
}

/**
 * One server that scrapes what carries the usual `prometheus.io/*` annotations, which Istio puts on
 * every sidecar and gateway; nothing else of the chart.
 * @see https://github.com/prometheus-community/helm-charts/tree/prometheus-28.13.0/charts/prometheus
 * @see https://prometheus.io/docs/prometheus/latest/feature_flags/#auto-reload-config
 */
export function prometheusValues({ recording, alerting }: PrometheusRules, image?: ImagePlace): ChartValues {
  return {
    alertmanager: { enabled: false },
    'prometheus-pushgateway': { enabled: false },
    'kube-state-metrics': { enabled: false },
    'prometheus-node-exporter': { enabled: false },
    server: {
      fullnameOverride: addOns.prometheus.name,
      ...(image === undefined ? {} : { image: wholeImage('repository', image) }),
      service: { servicePort: addOns.prometheus.port },
      persistentVolume: { enabled: false },
      retention: '24h',
      global: { scrape_interval: '15s' },
      // The chart's only one lets whoever connects stop it.
      extraFlags: [],
      // By default every page that a browser shows may ask. It looks for changed files itself, twice a minute.
      extraArgs: { 'web.cors.origin': 'none', 'enable-feature': 'auto-reload-config' },
      resources: addOnResources.prometheus,
      securityContext: { ...restrictedPod, runAsUser: 65534, runAsGroup: 65534, fsGroup: 65534 },
      containerSecurityContext: restrictedContainer,
    },
    serverFiles: { 'recording_rules.yml': recording, 'alerting_rules.yml': alerting },
    // It would have to be told of changes through what is switched off above.
    configmapReload: { prometheus: { enabled: false } },
  };
}

export interface GrafanaValuesProps {
  /** Name of the Secret with the keys `user` and `password`. */
  readonly adminSecret: string;
  /** Names of the ConfigMaps with the dashboards. */
  readonly dashboards: readonly string[];
  /** Where a browser finds it. */
  readonly url: string;
  /** @default - that of the chart */
  readonly image?: ImagePlace | undefined;
}

/**
 * Everyone may look, the administrator's password is generated, and nothing calls home.
 * @see https://github.com/grafana-community/helm-charts/tree/grafana-12.11.1/charts/grafana
 */
export function grafanaValues({ adminSecret, dashboards, url, image }: GrafanaValuesProps): ChartValues {
  const datasource = (name: string, type: keyof typeof datasourceUid): ChartValues => ({
    name,
    type,
    uid: datasourceUid[type],
    access: 'proxy',
    url: addOnUrl(addOns[type]),
    isDefault: type === 'prometheus',
  });
  return {
    fullnameOverride: addOns.grafana.name,
    ...(image === undefined ? {} : { image }),
    service: { port: addOns.grafana.port },
    rbac: { create: false },
    automountServiceAccountToken: false,
    testFramework: { enabled: false },
    persistence: { enabled: false },
    initChownData: { enabled: false },
    resources: addOnResources.grafana,
    securityContext: { ...restrictedPod, runAsUser: 472, runAsGroup: 472, fsGroup: 472 },
    containerSecurityContext: { ...restrictedContainer, seccompProfile: restrictedPod.seccompProfile },
    admin: { existingSecret: adminSecret, userKey: 'user', passwordKey: 'password' },
    // Data sources are processes of their own, which talk through sockets in /tmp.
    extraEmptyDirMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    'grafana.ini': {
      server: { root_url: url },
      // The bundled ones are used as they are: replacing them needs the internet and a writable image.
      plugins: { preinstall_disabled: true, public_key_retrieval_disabled: true },
      analytics: { reporting_enabled: false, check_for_updates: false, check_for_plugin_updates: false },
      news: { news_feed_enabled: false },
      'auth.anonymous': { enabled: true, org_role: 'Viewer' },
    },
    datasources: {
      'datasources.yaml': {
        apiVersion: 1,
        datasources: [datasource('Prometheus', 'prometheus'), datasource('Jaeger', 'jaeger')],
      },
    },
    ...dashboardFolders(dashboards),
  };
}

/**
 * ConfigMaps of our own: for dashboards among its values the chart starts an init container, whose image would be one
 * more to pull. The chart mounts each in a folder of its own below this one, and Grafana reads them all.
 */
function dashboardFolders(configMaps: readonly string[]): ChartValues {
  const options = { path: '/var/lib/grafana/dashboards' };
  const provider = {
    name: 'mesh',
    folder: 'Mesh',
    type: 'file',
    disableDeletion: true,
    allowUiUpdates: false,
    options,
  };
  return {
    dashboardProviders: { 'dashboardproviders.yaml': { apiVersion: 1, providers: [provider] } },
    dashboardsConfigMaps: Object.fromEntries(configMaps.map((name) => [name, name])),
  };
}

/**
 * All of Jaeger in one process, with traces in memory.
 * @see https://github.com/jaegertracing/helm-charts/tree/jaeger-4.11.1/charts/jaeger
 */
export function jaegerValues(image?: ImagePlace): ChartValues {
  return {
    fullnameOverride: addOns.jaeger.name,
    jaeger: {
      ...(image === undefined ? {} : { image }),
      // The default of 100,000 does not fit into the memory limit when every request is traced.
      args: ['--set=extensions.jaeger_storage.backends.some_storage.memory.max_traces=20000'],
      resources: addOnResources.jaeger,
      podSecurityContext: { ...restrictedPod, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001 },
      securityContext: restrictedContainer,
      serviceAccount: { automountServiceAccountToken: false },
    },
  };
}

/**
 * Kiali for looking only, wired to the other three.
 * @param signingKey `secret:<name>:<key>`, where Kiali reads the key for its login tokens
 * @param urls where a browser finds each add-on
 * @see https://github.com/kiali/helm-charts/tree/v2.26.0/kiali-server
 */
export function kialiValues(signingKey: string, urls: AddOnUrls, image?: ImagePlace): ChartValues {
  const { hostname, protocol, port } = new URL(urls.kiali);
  return {
    fullnameOverride: addOns.kiali.name,
    auth: { strategy: 'anonymous' },
    login_token: { signing_key: signingKey },
    deployment: {
      ...wholeImage('image_name', image),
      image_pull_policy: 'IfNotPresent',
      resources: addOnResources.kiali,
      view_only_mode: true,
      ingress: { enabled: false },
      network_policy: { enabled: false },
    },
    server: { web_schema: protocol.replace(':', ''), web_fqdn: hostname, web_port: port },
    external_services: {
      prometheus: { enabled: true, url: addOnUrl(addOns.prometheus) },
      grafana: {
        enabled: true,
        internal_url: addOnUrl(addOns.grafana),
        external_url: urls.grafana,
        datasource_uid: datasourceUid.prometheus,
      },
      tracing: {
        enabled: true,
        provider: 'jaeger',
        internal_url: traceQueryUrl,
        external_url: urls.jaeger,
        use_grpc: true,
      },
    },
  };
}
