import type { Peer } from '../model/platform';
import { addOnCharts } from '../versions';

/** Namespace of the observability add-ons. */
export const observabilityNamespace = 'observability';

export type AddOnName = keyof typeof addOnCharts;

/** One add-on of the platform. */
export interface AddOn {
  /** Its Helm release, which is also the name of its Service. */
  readonly name: AddOnName;
  /** The port users know it by, of Service and pods. */
  readonly port: number;
  /** The host under which the gateway serves it. */
  readonly host: string;
}

/** All add-ons, in the order in which a reader would look at them. */
export const addOns = {
  grafana: { name: 'grafana', port: 3000, host: 'grafana.localhost' },
  prometheus: { name: 'prometheus', port: 9090, host: 'prometheus.localhost' },
  jaeger: { name: 'jaeger', port: 16686, host: 'jaeger.localhost' },
  kiali: { name: 'kiali', port: 20001, host: 'kiali.localhost' },
} as const satisfies Record<AddOnName, AddOn>;

/** An address of each add-on. */
export type AddOnUrls = Readonly<Record<AddOnName, string>>;

/** The pods of an add-on, by the label that all four charts put on them. */
export function podsOf(addOn: AddOn): Required<Peer> {
  return { namespace: observabilityNamespace, labels: { 'app.kubernetes.io/instance': addOn.name } };
}

function addOnHost(addOn: AddOn): string {
  return `${addOn.name}.${observabilityNamespace}.svc.cluster.local`;
}

/** Where another add-on finds this one. */
export function addOnUrl(addOn: AddOn): string {
  return `http://${addOnHost(addOn)}:${addOn.port}`;
}

/** Where spans are sent, in Zipkin's JSON over HTTP. */
export interface TraceCollector {
  readonly host: string;
  readonly port: number;
}

/** The collector of the proxies' spans. */
export const traceCollector: TraceCollector = { host: addOnHost(addOns.jaeger), port: 9411 };

/** The port at which Jaeger is asked for traces over gRPC. */
export const traceQueryPort = 16685;

/** Where Kiali asks for traces, over gRPC. */
export const traceQueryUrl = `http://${addOnHost(addOns.jaeger)}:${traceQueryPort}`;
