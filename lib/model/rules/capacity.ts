import { milliseconds } from '../duration';
import { hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { releasesOf, replicasOf, type Service } from '../service';
import { shutdownOf, trafficPolicyOf } from '../service-defaults';

/** What a service promises can be kept with the pods it has. */
export function capacity(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services.flatMap((service) => [
    ...ejection(service),
    ...pool(service),
    ...rateLimit(service),
    ...shutdown(service, graph),
  ]);
}

/** Envoy ejects nobody if one pod is already more than the share that may go. */
function ejection(service: Service): Problem[] {
  const { maxPercent } = trafficPolicyOf(service).ejection;
  const at = ['services', service.name, 'trafficPolicy', 'ejection', 'maxPercent'];
  if (!Number.isInteger(maxPercent) || maxPercent < 1 || maxPercent > 100) {
    const rule = 'the largest share of pods that may be ejected is a whole percent from 1 to 100';
    return [{ path: at, value: maxPercent, rule, remedy: 'use 50' }];
  }
  return releasesOf(service)
    .filter(({ replicas }) => replicas >= 1 && 100 / replicas > maxPercent)
    .map(({ name, replicas }) => ({
      path: at,
      value: maxPercent,
      rule: `ejection of ${service.name} ${name} can never happen: one of ${replicas} pods is 100 / ${replicas} = ${round(100 / replicas)} %, more than the ${maxPercent} % that may be ejected`,
      remedy: `use ${Math.ceil(100 / replicas)}, or more replicas`,
    }));
}

/** A client proxy that can't hold a connection to each pod leaves some of them idle. */
function pool(service: Service): Problem[] {
  const { maxConnections = Number.POSITIVE_INFINITY } = trafficPolicyOf(service).connectionPool;
  return releasesOf(service)
    .filter(({ replicas }) => maxConnections < replicas)
    .map(({ name, replicas }) => ({
      path: ['services', service.name, 'trafficPolicy', 'connectionPool', 'maxConnections'],
      value: maxConnections,
      rule: `a caller of ${service.name} ${name} needs a connection to each of its ${replicas} pods, and may open ${maxConnections}`,
      remedy: `use ${replicas} or more`,
    }));
}

function rateLimit(service: Service): Problem[] {
  if (service.rateLimit === undefined) {
    return [];
  }
  const { requests } = service.rateLimit;
  const pods = replicasOf(service);
  const problem = (rule: string, remedy: string): Problem[] => {
    return [{ path: ['services', service.name, 'rateLimit', 'requests'], value: requests, rule, remedy }];
  };
  if (!Number.isInteger(requests) || requests < 1) {
    return problem(
      'a rate limit lets at least one request through',
      'remove the limit, or the calls if nobody may call',
    );
  }
  if (service.ports[0].protocol === 'tcp') {
    return problem('a rate limit counts requests, and plain tcp has none', 'remove it');
  }
  if (requests % pods !== 0) {
    const share = `${requests} / ${pods} = ${round(requests / pods)}`;
    const below = Math.max(1, Math.floor(requests / pods)) * pods;
    return problem(
      `every pod gets a whole share of the limit, and ${share} is none`,
      `use ${below} or ${below + pods}`,
    );
  }
  return [];
}

/** A pod that is told to stop has time for the requests it took last. */
function shutdown(service: Service, graph: CallGraph): Problem[] {
  const { drain, grace } = shutdownOf(service);
  const waits = hopsTo(service, graph).flatMap(({ timeout }) => (timeout === undefined ? [] : [milliseconds(timeout)]));
  const longest = Math.max(0, ...waits);
  const needed = milliseconds(drain) + longest;
  if (needed < milliseconds(grace)) {
    return [];
  }
  const sum = `${milliseconds(drain)} + ${longest} = ${needed} ms`;
  return [
    {
      path: ['services', service.name, 'shutdown', 'grace'],
      value: grace,
      rule: `drain and the longest timeout of a caller (${sum}) end before the grace period (${grace}), or requests are cut`,
      remedy: `use a grace of more than ${Math.ceil(needed / 1000)}s`,
    },
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
