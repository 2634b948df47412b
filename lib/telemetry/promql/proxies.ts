import type { Service } from '../../model/service';
import type { Peer } from '../../model/platform';
import { max, type Range, rate, share, sum } from './expressions';
import { type Scope, withRequests } from './scope';
import { is, isOneOf, type Matcher, type Metric, select } from './selector';

/**
 * Share of what reached some services over mTLS, 0 to 1; no sample without traffic. Only the
 * callee's proxy can say: callers report the policy as `unknown`.
 * @see https://istio.io/latest/docs/reference/config/metrics/#labels
 */
export function mutualTlsShare(services: readonly Service[], scope: Scope, range: Range): string {
  const metric: Metric =
    withRequests(services).length > 0 ? 'istio_requests_total' : 'istio_tcp_connections_opened_total';
  const received = [is('reporter', 'destination'), ...scope.matchers];
  const encrypted = is('connection_security_policy', 'mutual_tls');
  const growth = (matchers: readonly Matcher[]): string => sum(rate(select(metric, matchers), range), scope.by);
  return share(growth([...received, encrypted]), growth(received));
}

/** TCP connections opened a second, as the callee's proxy counts them. */
export function connectionRate({ matchers, by }: Scope, range: Range): string {
  return sum(
    rate(select('istio_tcp_connections_opened_total', [is('reporter', 'destination'), ...matchers]), range),
    by,
  );
}

/** Bytes a second that a service received or sent over TCP, as its own proxy counts them. */
export function byteRate(direction: 'received' | 'sent', { matchers, by }: Scope, range: Range): string {
  const metric = direction === 'received' ? 'istio_tcp_received_bytes_total' : 'istio_tcp_sent_bytes_total';
  return sum(rate(select(metric, [is('reporter', 'destination'), ...matchers]), range), by);
}

/**
 * Bytes of memory that the Envoy of each pod holds. Istio publishes Envoy's `server.` statistics
 * unless told otherwise; the agent beside Envoy is not in the number.
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/bootstrap/config.go requiredEnvoyStatsMatcherInclusionPrefixes
 */
export function sidecarMemory(services: readonly Service[]): string {
  const namespaces = services.map((service) => service.namespace);
  const names = services.map((service) => service.name);
  const series = select('envoy_server_memory_physical_size', [isOneOf('namespace', namespaces), isOneOf('app', names)]);
  return max(series, ['namespace', 'app', 'version', 'pod']);
}

/** Gateway proxies that Prometheus reaches: one sample of 1 for each, none for a gateway that is gone. */
export function gatewaysUp({ namespace, labels }: Gateway): string {
  return `${select('up', [is('namespace', namespace), is('istio', labels.istio)])} == 1`;
}

/** The ingress gateway, by the label that its pods carry. */
export interface Gateway extends Peer {
  readonly name: string;
  readonly labels: { readonly istio: string };
}

/** The same requests as far as they come through the gateway. */
export function through(gateway: Gateway, scope: Scope): Scope {
  const from = [is('source_workload_namespace', gateway.namespace), is('source_workload', gateway.name)];
  return { ...scope, matchers: [...scope.matchers, ...from] };
}
