import { Construct } from 'constructs';
import {
  VirtualService,
  type VirtualServiceSpecHttp,
  type VirtualServiceSpecHttpMatch,
  type VirtualServiceSpecHttpRetries,
  type VirtualServiceSpecHttpRoute,
} from '../../imports/networking.istio.io';
import { serviceLabels } from '../model/labels';
import type { CallGraph } from '../model/mesh';
import type { Retries } from '../model/resilience';
import { hostOf, type Port, type ReleaseName, type Service } from '../model/service';
import { shareOf } from '../model/traffic';
import { type CallerGroup, callerGroups } from './caller-groups';
import { gatewayName } from './edge-gateway';

export interface RouteProps {
  readonly service: Service;
  readonly graph: CallGraph;
  /** Namespaces whose proxies use the route: those of the callers. */
  readonly visibleIn: readonly string[];
}

/** A rule before it is told whom it serves: its name, what it asks of a request, and where that goes. */
interface Rule {
  readonly name: string;
  /** @default - every request */
  readonly match?: VirtualServiceSpecHttpMatch;
  readonly route: VirtualServiceSpecHttpRoute[];
}

/**
 * The VirtualService of a service. Its rules stand in the only order that works, first match wins:
 * pins, then the caller's lane, then the split. A split always names both releases, so that
 * promotion and rollback change weights and nothing else.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
 */
export class Route extends Construct {
  constructor(scope: Construct, id: string, { service, graph, visibleIn }: RouteProps) {
    super(scope, id);
    const edge = graph.edgeOf(service);
    const isCalledInMesh = graph.callsTo(service).length > 0;
    new VirtualService(this, 'route', {
      metadata: { name: `${service.name}-vs`, labels: serviceLabels(service) },
      spec: {
        hosts: [...(edge?.hosts ?? []), ...(isCalledInMesh ? [hostOf(service)] : [])],
        gateways: [...(edge === undefined ? [] : [gatewayName(service)]), ...(isCalledInMesh ? ['mesh'] : [])],
        exportTo: [...visibleIn],
        http: callerGroups(service, graph).flatMap((group) =>
          rulesFor(service, group.port, graph).flatMap((rule) => forGroup(rule, group)),
        ),
      },
    });
  }
}

function rulesFor(service: Service, port: Port, graph: CallGraph): Rule[] {
  const destination = (subset: ReleaseName) => ({ host: hostOf(service), subset, port: { number: port.number } });
  if (service.canary === undefined) {
    return [{ name: 'stable', route: [{ destination: destination('stable') }] }];
  }
  const split = graph.splitOf(service);
  const canary = [{ destination: destination('canary'), weight: 100 }];
  const pins = graph.mesh.traffic.pins.map(({ header, value }) => ({
    name: `pin-${header}`,
    match: { headers: { [header]: { exact: value } } },
    route: canary,
  }));
  const lane = { name: 'lane-canary', match: { sourceLabels: { version: 'canary' } }, route: canary };
  const shares = (['stable', 'canary'] as const).map((release) => ({
    destination: destination(release),
    weight: shareOf(release, split),
  }));
  return [...pins, ...(split === 'follow' ? [lane] : []), { name: 'split', route: shares }];
}

/**
 * The rule as it serves a group: nothing if it is for none of its callers.
 * Retries are always written: left out, they would be Istio's own two.
 */
function forGroup(
  { name, match, route }: Rule,
  { suffix, callers, resilience }: CallerGroup,
): VirtualServiceSpecHttp[] {
  const matches = callers.filter((caller) => canMeet(caller, match)).map((caller) => both(caller, match));
  if (matches.length === 0 && callers.length > 0) {
    return [];
  }
  const wanted = callers.length === 0 && match !== undefined ? [match] : matches;
  return [
    {
      name: `${name}${suffix}`,
      ...(wanted.length === 0 ? {} : { match: wanted }),
      route,
      ...(resilience.timeout === undefined ? {} : { timeout: resilience.timeout }),
      retries: resilience.retries === undefined ? { attempts: 0 } : retries(resilience.retries),
    },
  ];
}

/**
 * A gateway is in no lane; and where a match names gateways, Istio does not look at its labels: the lane would take all.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 */
function canMeet(caller: VirtualServiceSpecHttpMatch, match: VirtualServiceSpecHttpMatch = {}): boolean {
  return caller.gateways === undefined || match.sourceLabels === undefined;
}

function both(
  caller: VirtualServiceSpecHttpMatch,
  match: VirtualServiceSpecHttpMatch = {},
): VirtualServiceSpecHttpMatch {
  const sourceLabels = { ...caller.sourceLabels, ...match.sourceLabels };
  return { ...caller, ...match, ...(Object.keys(sourceLabels).length === 0 ? {} : { sourceLabels }) };
}

function retries({ attempts, perTry, on }: Retries): VirtualServiceSpecHttpRetries {
  return { attempts, perTryTimeout: perTry, retryOn: on.join(',') };
}
