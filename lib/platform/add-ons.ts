import { addOnCharts } from '../versions';

/** Namespace of the observability add-ons. */
export const observabilityNamespace = 'observability';

/** One add-on: its Helm release, which is also the name of its Service, and the port users know it by. */
export interface AddOn {
  readonly name: keyof typeof addOnCharts;
  readonly port: number;
}

export const addOns = {
  prometheus: { name: 'prometheus', port: 9090 },
  grafana: { name: 'grafana', port: 3000 },
  jaeger: { name: 'jaeger', port: 16686 },
  kiali: { name: 'kiali', port: 20001 },
} as const satisfies Record<string, AddOn>;

function addOnHost(addOn: AddOn): string {
  return `${addOn.name}.${observabilityNamespace}.svc.cluster.local`;
}

/** Where another add-on finds this one. */
export function addOnUrl(addOn: AddOn): string {
  return `http://${addOnHost(addOn)}:${addOn.port}`;
}

/** Where spans are sent, by OTLP over gRPC. */
export interface TraceCollector {
  readonly host: string;
  readonly port: number;
}

/** The collector of the proxies' spans. */
export const traceCollector: TraceCollector = { host: addOnHost(addOns.jaeger), port: 4317 };

/** Where Kiali asks for traces, over gRPC. */
export const traceQueryUrl = `http://${addOnHost(addOns.jaeger)}:16685`;
