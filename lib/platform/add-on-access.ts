import type { InfrastructureCaller, InfrastructureService, Offer } from '../model/infrastructure';
import type { Peer } from '../model/platform';
import { type AddOn, addOns, podsOf, traceCollector, traceQueryPort } from './add-ons';

/** Where the charts of Jaeger and Kiali publish their own metrics, and tell Prometheus so. */
const metricsPort = { jaeger: 8888, kiali: 9090 } as const;

const api = '/api/v1';

/**
 * The pages of Prometheus, what they load, and the API they ask. Stopping, reloading, the admin API and writing need POST,
 * PUT or DELETE; the API takes POST for questions under these paths alone.
 * @see https://github.com/prometheus/prometheus/blob/v3.10.0/web/web.go
 * @see https://github.com/prometheus/prometheus/blob/v3.10.0/web/api/v1/api.go Register
 */
const prometheusOffer: Offer = {
  read: [
    '/',
    ...['query', 'graph', 'alerts', 'rules', 'targets', 'service-discovery'].map((page) => `/${page}`),
    ...['status', 'tsdb-status', 'config', 'flags', 'alertmanager-discovery'].map((page) => `/${page}`),
    ...['/assets/*', '/favicon.svg', '/favicon.ico', '/manifest.json', '/-/healthy', '/-/ready'],
    `${api}/*`,
  ],
  query: ['query', 'query_range', 'query_exemplars', 'format_query', 'parse_query', 'labels', 'series'].map(
    (question) => `${api}/${question}`,
  ),
};

/**
 * The add-ons and every connection to them, as values and data sources of their charts have it.
 * @param proxies the pods whose proxies send spans
 */
export function addOnServices(proxies: readonly Peer[]): InfrastructureService[] {
  const { grafana, prometheus, jaeger, kiali } = addOns;
  return [
    service(grafana, [from(kiali, grafana.port)]),
    {
      ...service(prometheus, [from(grafana, prometheus.port), from(kiali, prometheus.port)]),
      offer: prometheusOffer,
    },
    service(jaeger, [
      from(grafana, jaeger.port),
      from(kiali, traceQueryPort),
      from(prometheus, metricsPort.jaeger),
      ...proxies.map((proxy) => ({ from: proxy, ports: [traceCollector.port] })),
    ]),
    service(kiali, [from(prometheus, metricsPort.kiali)]),
  ];
}

function service(addOn: AddOn, callers: readonly InfrastructureCaller[]): InfrastructureService {
  return { ...addOn, ...podsOf(addOn), callers };
}

function from(caller: AddOn, port: number): InfrastructureCaller {
  return { from: podsOf(caller), ports: [port] };
}
