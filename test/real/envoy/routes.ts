import { clusterName } from './clusters';
import type { Message, Route } from './envoy-config';
import type { HttpMatch, HttpRule } from './istio-objects';
import { retryPolicy } from './retry-policy';

/**
 * applyHTTPRouteDestination and setTimeout in
 * https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go: one route per match.
 */
export function routesOf({ name, match, route, timeout = '0s', retries }: HttpRule): Route[] {
  const policy = retryPolicy(retries);
  const action = { ...target(route), timeout, ...(policy === undefined ? {} : { retry_policy: policy }) };
  return match.map((one) => ({ name, match: matcher(one), route: action }));
}

/** Who sends is istiod's question: it decides by that which routes a proxy gets, and Envoy never sees it. */
function matcher({ headers = {} }: HttpMatch): Message {
  const matchers = Object.entries(headers).map(([name, value]) => ({ name, string_match: value }));
  return { prefix: '/', headers: matchers };
}

/** Among several destinations, one without weight is left out. */
function target(route: HttpRule['route']): Message {
  const clusters = route.map(({ destination: { host, subset, port }, weight = 0 }) => {
    return { name: clusterName(host, subset, port.number), weight };
  });
  const [first, ...others] = clusters;
  return others.length === 0
    ? { cluster: first?.name }
    : { weighted_clusters: { clusters: clusters.filter(({ weight }) => weight > 0) } };
}
