import type { InfrastructureCaller, InfrastructureService } from '../model/infrastructure';
import type { Peer } from '../model/platform';
import { type AddOn, addOns, podsOf, traceCollector, traceQueryPort } from './add-ons';

/** Where the charts of Jaeger and Kiali publish their own metrics, and tell Prometheus so. */
const metricsPort = { jaeger: 8888, kiali: 9090 } as const;

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
      // The chart enables them, for itself, whenever its configuration changes.
      operations: ['/-/quit', '/-/reload', '/api/v1/admin/*'],
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
