import type { Growth } from './exporter';

type Labels = Readonly<Record<string, string>>;

function series(metric: string, labels: Labels): string {
  const written = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return `${metric}{${written.join(',')}}`;
}

function to(tier: string, version: string): Labels {
  return {
    destination_service_namespace: tier,
    destination_service_name: `${tier}-service`,
    destination_version: version,
  };
}

const fromGateway = { source_workload_namespace: 'istio-ingress', source_workload: 'istio-ingressgateway' };
const fromFrontend = { source_workload_namespace: 'frontend', source_app: 'frontend' };

function sent(from: Labels, destination: Labels, code: number, flags = '-'): string {
  const answer = { response_code: String(code), response_flags: flags };
  return series('istio_requests_total', {
    reporter: 'source',
    ...from,
    ...destination,
    ...answer,
    connection_security_policy: 'unknown',
  });
}

function received(destination: Labels, code: number, policy: string, flags = '-'): string {
  const answer = { response_code: String(code), response_flags: flags };
  return series('istio_requests_total', {
    reporter: 'destination',
    ...destination,
    ...answer,
    connection_security_policy: policy,
  });
}

/** How many requests were answered within so many milliseconds. */
function durations(destination: Labels, counts: Readonly<Record<string, number>>): Growth {
  const bucket = (le: string): string =>
    series('istio_request_duration_milliseconds_bucket', { reporter: 'source', ...destination, le });
  return Object.fromEntries(Object.entries(counts).map(([le, count]) => [bucket(le), count]));
}

const retried = (cluster: string): string => series('envoy_cluster_upstream_rq_retry', { cluster_name: cluster });

/** Frontend: both releases busy. Backend: one release only. ml: nobody asks any more. */
export const growth: Growth = {
  [sent(fromGateway, to('frontend', 'stable'), 200)]: 81,
  [sent(fromGateway, to('frontend', 'stable'), 503, 'UF')]: 9,
  [sent(fromGateway, to('frontend', 'canary'), 200)]: 8,
  [sent(fromGateway, to('frontend', 'canary'), 404)]: 1,
  [sent(fromGateway, to('frontend', 'canary'), 500)]: 1,
  [received(to('frontend', 'stable'), 200, 'mutual_tls')]: 81,
  [received(to('frontend', 'canary'), 200, 'mutual_tls')]: 8,
  [received(to('frontend', 'canary'), 200, 'none')]: 11,
  ...durations(to('frontend', 'stable'), { '10': 5, '100': 9, '1000': 10, '+Inf': 10 }),
  ...durations(to('frontend', 'canary'), { '10': 0, '100': 10, '1000': 10, '+Inf': 10 }),

  [sent(fromFrontend, to('backend', 'stable'), 200)]: 20,
  // Failed before a pod was chosen, as the pool was full: of the service, and of no release.
  [sent(fromFrontend, to('backend', 'unknown'), 503, 'UO')]: 5,
  [received(to('backend', 'stable'), 200, 'mutual_tls')]: 16,
  [received(to('backend', 'stable'), 429, 'mutual_tls', 'RL')]: 4,
  ...durations(to('backend', 'stable'), { '10': 20, '+Inf': 20 }),
  [retried('outbound|8080|stable|backend-service.backend.svc.cluster.local')]: 3,
  [retried('outbound|8080|canary|backend-service.backend.svc.cluster.local')]: 2,
  [retried('outbound|8080||backend-service.other.svc.cluster.local')]: 1000,

  [sent({}, to('ml', 'stable'), 200)]: 0,
  [sent({}, to('ml', 'canary'), 500)]: 0,
  [received(to('ml', 'stable'), 200, 'none')]: 0,
  ...durations(to('ml', 'stable'), { '10': 0, '+Inf': 0 }),
};

const ejected = (host: string): string =>
  series('envoy_cluster_outlier_detection_ejections_active', { cluster_name: `outbound|8080|stable|${host}` });
const memory = (app: string, pod: string): string =>
  series('envoy_server_memory_physical_size', { namespace: app, app, version: 'stable', pod });

export const gauges: Growth = {
  [ejected('backend-service.backend.svc.cluster.local')]: 2,
  [ejected('ml-service.ml.svc.cluster.local')]: 0,
  [memory('ml', 'ml-a')]: 70_000_000,
  [memory('ml', 'ml-b')]: 50_000_000,
  [memory('backend', 'backend-a')]: 90_000_000,
};
