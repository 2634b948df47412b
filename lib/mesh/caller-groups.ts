import type { VirtualServiceSpecHttpMatch } from '../../imports/networking.istio.io';
import { groupBy } from '../model/group-by';
import type { CallGraph } from '../model/mesh';
import type { Resilience } from '../model/resilience';
import type { Service } from '../model/service';
import { gatewayName } from './edge-gateway';

/** Callers of a service that share timeout and retries, and how a route tells them from the others. */
export interface CallerGroup {
  readonly resilience: Pick<Resilience, 'timeout' | 'retries'>;
  /** Appended to the names of the group's rules; empty when there is one group. */
  readonly suffix: string;
  /** One match a caller; empty for the last group, which takes whoever is left. */
  readonly callers: readonly VirtualServiceSpecHttpMatch[];
}

interface Caller {
  readonly name: string;
  readonly match: VirtualServiceSpecHttpMatch;
  readonly resilience: CallerGroup['resilience'];
}

/**
 * Timeouts and retries belong to a call, and a VirtualService to its callee. Where callers differ
 * they get rules of their own; the last group needs no match, so that a caller nobody declared is
 * refused by authorization instead of finding no route.
 */
export function callerGroups(service: Service, graph: CallGraph): CallerGroup[] {
  const groups = [...groupBy(callersOf(service, graph), ({ resilience }) => JSON.stringify(resilience)).values()];
  return groups.map((callers, index) => {
    const resilience = callers[0]?.resilience ?? {};
    const isOnly = groups.length === 1;
    const isLast = index === groups.length - 1;
    return {
      resilience,
      suffix: isOnly ? '' : `-for-${callers.map(({ name }) => name).join('-')}`,
      callers: isLast ? [] : callers.map(({ match }) => match),
    };
  });
}

function callersOf(service: Service, graph: CallGraph): Caller[] {
  const edge = graph.edgeOf(service);
  const outside =
    edge === undefined
      ? []
      : [{ name: 'outside', match: { gateways: [gatewayName(service)] }, resilience: resilienceOf(edge) }];
  const inside = graph.callsTo(service).map((call) => ({
    name: call.caller.name,
    match: { sourceNamespace: call.caller.namespace, sourceLabels: { app: call.caller.name } },
    resilience: resilienceOf(call),
  }));
  return [...outside, ...inside];
}

/** The two fields alone and in one order, so that equal policies are one group. */
function resilienceOf({ timeout, retries }: Resilience): CallerGroup['resilience'] {
  return { ...(timeout ? { timeout } : {}), ...(retries ? { retries } : {}) };
}
