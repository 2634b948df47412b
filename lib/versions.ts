/**
 * Every version this program installs, each with the reason it is this one.
 * npm packages are pinned in package.json, images of the services in the settings.
 */

/**
 * The newest patch of Istio 1.30, with the security fixes of August and September 2026.
 * Supports Kubernetes 1.32 to 1.36.
 */
export const istioVersion = '1.30.5';

/** Istio's own default registry closes in December 2026; Docker Hub keeps every version. */
export const istioHub = 'docker.io/istio';

/** Where the charts of every Istio version stay after the same closure. */
export const istioCharts = 'https://blob.istio.io/istio-release/charts';

/**
 * Kubernetes 1.34: works on hosts with cgroup v1 and v2 (1.35 drops v1), lies inside Istio's
 * supported range, and was built for kind 0.31, which the Terraform provider kind 0.11.0 embeds.
 */
export const kindNodeImage =
  'kindest/node:v1.34.3@sha256:08497ee19eace7b4b5348db5c6a1591d7752b164530a36f855cb0f2bdcbadd48';

/** The newest of k6 1.x; 2.x renames options that 1.x still takes. */
export const k6Image = 'grafana/k6:1.8.1';

/** Has a shell and curl. @see https://github.com/curl/curl-container */
export const defaultProbeImage = 'curlimages/curl:8.10.1';

/** A chart and where it comes from. */
export interface ChartVersion {
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
}

/** The add-ons. Prometheus and Kiali are the versions that Istio 1.30 is tested with. */
export const addOnCharts = {
  prometheus: {
    repository: 'https://prometheus-community.github.io/helm-charts',
    chart: 'prometheus',
    version: '28.13.0',
  },
  /** Grafana 13; the chart moved here, the old address holds a deprecated one. */
  grafana: {
    repository: 'https://grafana-community.github.io/helm-charts',
    chart: 'grafana',
    version: '12.11.1',
  },
  /** Jaeger 2.19, all in one process, traces in memory. */
  jaeger: {
    repository: 'https://jaegertracing.github.io/helm-charts',
    chart: 'jaeger',
    version: '4.11.1',
  },
  kiali: {
    repository: 'https://kiali.org/helm-charts',
    chart: 'kiali-server',
    version: '2.26.0',
  },
} as const satisfies Record<string, ChartVersion>;

/** The images of the add-ons, as their charts have them; each chart knows the tag. */
export const addOnImages = {
  prometheus: 'quay.io/prometheus/prometheus',
  grafana: 'docker.io/grafana/grafana',
  jaeger: 'docker.io/jaegertracing/jaeger',
  kiali: 'quay.io/kiali/kiali',
} as const satisfies Record<keyof typeof addOnCharts, string>;
