import type { VirtualServiceSpecHttpMatch } from '../../imports/networking.istio.io';
import { portOf } from '../model/call';
import { groupBy } from '../model/group-by';
import type { CallGraph } from '../model/mesh';
import type { Resilience } from '../model/resilience';
import type { Port, Service } from '../model/service';
import { gatewayName } from './edge-gateway';

/** Callers of a service that share port, timeout and retries, and how a route tells them from the others. */
export interface CallerGroup {
  readonly port: Port;
  readonly resilience: Pick<Resilience, 'timeout' | 'retries'>;
  /** Appended to the names of the group's rules; empty when there is one group. */
  readonly suffix: string;
  /** One match a caller; empty for a group that takes whoever is left. */
  readonly callers: readonly VirtualServiceSpecHttpMatch[];
}

interface Caller {
  readonly name: string;
  readonly port: Port;
  readonly match: VirtualServiceSpecHttpMatch;
  readonly resilience: CallerGroup['resilience'];
}

/**
 * Timeouts and retries belong to a call, and a VirtualService to its callee. Where callers differ
 * they get rules of their own; the last group of a port asks for nobody in particular, so that a
 * caller nobody declared is refused by authorization instead of finding no route.
 */
export function callerGroups(service: Service, graph: CallGraph): CallerGroup[] {
  const byPort = groupBy(callersOf(service, graph), ({ port }) => port);
  return [...byPort].flatMap(([port, callers]) => groupsAt(port, callers, byPort.size === 1));
}

function groupsAt(port: Port, callers: readonly Caller[], isOnlyPort: boolean): CallerGroup[] {
  const groups = [...groupBy(callers, ({ resilience }) => JSON.stringify(resilience)).values()];
  const place = isOnlyPort ? '' : `-at-${port.number}`;
  return groups.map((group, index) => ({
    port,
    resilience: group[0]?.resilience ?? {},
    suffix: groups.length === 1 ? place : `${place}-for-${group.map(({ name }) => name).join('-')}`,
    callers: index < groups.length - 1 ? matches(group, port, isOnlyPort) : everyone(group, port, isOnlyPort),
  }));
}

function matches(group: readonly Caller[], port: Port, isOnlyPort: boolean): VirtualServiceSpecHttpMatch[] {
  // At the gateway, a match on the port would mean the gateway's own.
  const at = (match: VirtualServiceSpecHttpMatch) => (match.gateways ? match : { ...match, port: port.number });
  return group.map(({ match }) => (isOnlyPort ? match : at(match)));
}

function everyone(group: readonly Caller[], port: Port, isOnlyPort: boolean): VirtualServiceSpecHttpMatch[] {
  const outside = group.map(({ match }) => match).filter(({ gateways }) => gateways !== undefined);
  return isOnlyPort ? [] : [...outside, { port: port.number }];
}

/** A connection carries nothing to route by, so callers over tcp are left to the Service. */
function callersOf(service: Service, graph: CallGraph): Caller[] {
  const edge = graph.edgeOf(service);
  const outside = edge && {
    name: 'outside',
    port: service.ports[0],
    match: { gateways: [gatewayName(service)] },
    resilience: resilienceOf(edge),
  };
  const inside = graph.callsTo(service).map((call) => ({
    name: call.caller.name,
    port: portOf(call),
    match: { sourceNamespace: call.caller.namespace, sourceLabels: { app: call.caller.name } },
    resilience: resilienceOf(call),
  }));
  return [...(outside === undefined ? [] : [outside]), ...inside].filter(({ port }) => port.protocol !== 'tcp');
}

/** The two fields alone and in one order, so that equal policies are one group. */
function resilienceOf({ timeout, retries }: Resilience): CallerGroup['resilience'] {
  return { ...(timeout ? { timeout } : {}), ...(retries ? { retries } : {}) };
}
