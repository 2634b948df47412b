import { hostMatches } from '../inventory/hosts';
import { nameOf } from '../manifest/manifest';
import type { Traffic } from '../views/service';
import { closestTaker, isForSidecar, tcpRuleOf, tlsRulesOf } from './connection-rules';
import type { Failure } from './destination';
import { type MeshEntry, type Place, routesSeen } from './place';
import type { Asked } from './request';

/**
 * Where the proxy looks at connections alone: rules for TLS count where the port is declared to be for TLS, those for TCP
 * everywhere else.
 * @param known of the port, if anything that the proxy sees declares it
 * @returns nothing where the proxy has no listener
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/tls.go
 */
export function connectionEntry(asked: Place, known: Traffic | undefined): MeshEntry | Failure | undefined {
  const taker = known === undefined || known === 'tcp' ? takerAt(asked) : undefined;
  const [place, traffic] = taker === undefined ? [asked, known] : [{ ...asked, host: taker }, 'tcp' as const];
  const { client, request, host, port } = place;
  if (traffic === undefined) {
    return undefined;
  }
  if (traffic === 'http') {
    return { status: 0, reason: `port ${port} of ${host} is declared for HTTP, and the request begins with TLS` };
  }
  const routes = routesSeen(place, host);
  const isFor = isForSidecar(client, port);
  const named = traffic === 'tls' ? tlsRulesOf(routes, isFor) : [];
  const connection =
    traffic === 'tls'
      ? closestTaker(request.scheme === 'https' ? named : [], request.host)?.placed
      : tcpRuleOf(routes, isFor);
  if (connection !== undefined) {
    return { host, port, isHttp: false, connection, reason: `${nameOf(connection.manifest)} has the host ${host}` };
  }
  return named.length > 0
    ? {
        status: 0,
        reason: `no rule for TLS at port ${port} of ${host} is for ${nameAskedFor(request)}, ${leftOver(place)}`,
      }
    : { host, port, isHttp: false, reason: whyNotHttp(place, traffic) };
}

/** What becomes of what no rule takes. */
function leftOver({ scope }: Place): string {
  return scope.outboundTrafficPolicy === 'REGISTRY_ONLY'
    ? 'and the proxy lets nothing else out'
    : 'and the proxy lets it out as it is';
}

function nameAskedFor({ scheme, host }: Asked): string {
  return scheme === 'https' ? `the name ${host}` : 'a client that does not speak TLS';
}

function whyNotHttp({ host, port, request }: Place, traffic: Traffic): string {
  return traffic === 'any'
    ? `the proxy does not look into ${request.scheme}, and no rule for TCP has port ${port} of ${host}`
    : `port ${port} of ${host} does not speak HTTP, and no rule for ${traffic.toUpperCase()} has it`;
}

/**
 * The host of a ServiceEntry for TCP that takes every connection to a port, since it has no address: of several the oldest, and
 * of its hosts the first by name. Services that the proxy knows have addresses, and take what is for those themselves.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#unmatched-traffic
 */
function takerAt({ inventory, client, scope, host, port }: Place): string | undefined {
  const isService = inventory.serviceOf(host)?.ports.some((one) => one.port === port) === true;
  const hasAddress = isService && scope.seesHost(host, port);
  const entries = hasAddress
    ? []
    : inventory.serviceEntries.filter(
        ({ spec }) => spec.addresses.length === 0 && spec.ports.some(({ number }) => number === port),
      );
  const taker = entries
    .flatMap(({ manifest: { namespace }, spec: { hosts, exportTo } }) =>
      [...hosts].sort().map((one) => ({ host: one, namespace, exportTo })),
    )
    .find(
      (one) =>
        scope.sees(one, port) &&
        inventory
          .portsOf(one.host, client.namespace)
          .some(({ number, traffic }) => number === port && traffic === 'tcp'),
    )?.host;
  return taker !== undefined && hostMatches(taker, host) ? host : taker;
}
