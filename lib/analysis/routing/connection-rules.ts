import { closestPattern } from '../inventory/hosts';
import { namesGateway } from '../inventory/gateway-name';
import { includesLabels } from '../views/selector';
import { connectionRoute, type ConnectionMatch } from '../views/virtual-service';
import type { Client } from './request';
import type { PlacedRule } from './rule-fields';
import { placeIn, type RouteSource } from './rules';

/** Whether a proxy gets a match of a VirtualService in a namespace. */
export type IsFor = (match: ConnectionMatch, namespace: string) => boolean;

/** A rule for TLS that is not opened on the way, and the names that clients have to ask for (SNI). */
export interface NamedRule {
  readonly patterns: readonly string[];
  readonly placed: PlacedRule;
}

/**
 * The rule for connections that nobody looks into: the first with a match for the proxy, or without any.
 * A match for some addresses alone is left out, since no address of a request is known.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TCPRoute
 */
export function tcpRuleOf(routes: readonly RouteSource[], isFor: IsFor): PlacedRule | undefined {
  return routes
    .flatMap((route) =>
      route.spec.tcp.map((rule, index) => ({
        ...placeIn(route, 'tcp', index),
        rule,
        namespace: route.manifest.namespace,
      })),
    )
    .filter(
      ({ rule: { match }, namespace }) =>
        match.length === 0 || match.some((one) => one.destinationSubnets.length === 0 && isFor(one, namespace)),
    )
    .map(({ manifest, path, rule }) => ({ manifest, path, rule: connectionRoute(rule) }))[0];
}

/**
 * The rules for TLS that a proxy gets, one for each match.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSRoute
 */
export function tlsRulesOf(routes: readonly RouteSource[], isFor: IsFor): NamedRule[] {
  return routes.flatMap((route) =>
    route.spec.tls.flatMap((rule, index) =>
      rule.match
        .filter((match) => isFor(match, route.manifest.namespace))
        .map(({ sniHosts }) => ({
          patterns: sniHosts,
          placed: { ...placeIn(route, 'tls', index), rule: connectionRoute(rule) },
        })),
    ),
  );
}

/** Of what takes names, the first with the pattern that is closest to one. */
export function closestTaker<T extends { readonly patterns: readonly string[] }>(
  takers: readonly T[],
  name: string,
): T | undefined {
  const closest = closestPattern(
    takers.flatMap(({ patterns }) => patterns),
    name,
  );
  return takers.find(({ patterns }) => closest !== undefined && patterns.includes(closest));
}

/**
 * What a sidecar looks at in a match, all of it.
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/tls.go matchTCP
 */
export function isForSidecar({ labels, namespace }: Client, port: number): IsFor {
  return ({ gateways, sourceLabels, sourceNamespace = '', port: asked = port }) =>
    (gateways.length === 0 || gateways.includes('mesh')) &&
    (sourceNamespace === '' || sourceNamespace === namespace) &&
    includesLabels(labels, sourceLabels) &&
    asked === port;
}

/**
 * What a gateway looks at in a match: who the caller is, it does not know.
 * @param gateway as `namespace/name`
 * @param port of the server
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/gateway.go l4SingleMatch
 */
export function isForServer(gateway: string, port: number): IsFor {
  return ({ gateways, port: asked = port }, namespace) =>
    (gateways.length === 0 || gateways.some((name) => namesGateway(name, namespace, gateway))) && asked === port;
}
