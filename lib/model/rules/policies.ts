import { type Duration, milliseconds, seconds } from '../duration';
import { type Hop, hopName, hopsTo } from '../hop';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { Service } from '../service';
import { shutdownOf, trafficPolicyOf } from '../service-defaults';
import { type OwnedProcess, processesOf } from './processes-of';

/** Envoy refills a bucket no faster. */
const shortestRefill = 50;

/** The statuses that the field names; Istio refuses any other number among retry conditions. */
const statuses = new Set([
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423],
  ...[424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
]);

/**
 * Durations and counts are ones that Istio takes at their word. It refuses a duration under a
 * millisecond, and reads the count 0 as "not set": no limit, or no ejection at all.
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/config/validation/validation.go
 */
export function policies(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return mesh.services
    .flatMap((service) => [...ofService(service), ...hopsTo(service, graph).flatMap((hop) => ofHop(hop))])
    .concat(processesOf(mesh).flatMap(ofProcess));
}

function ofProcess({ process: { timeouts = {} }, path }: OwnedProcess): Problem[] {
  return Object.entries(timeouts).flatMap(([field, value]: [string, Duration]) =>
    duration([...path, 'timeouts', field], value),
  );
}

function ofService(service: Service): Problem[] {
  const { name, rateLimit } = service;
  const { connectionPool, ejection } = trafficPolicyOf(service);
  const shutdown = shutdownOf(service);
  const at = (...field: readonly string[]): string[] => ['services', name, ...field];
  const pool = Object.entries(connectionPool).filter(([, value]) => typeof value === 'number');
  return [
    ...pool.flatMap(([field, value]) => count(at('trafficPolicy', 'connectionPool', field), value)),
    ...count(at('trafficPolicy', 'ejection', 'consecutive5xx'), ejection.consecutive5xx),
    ...duration(at('trafficPolicy', 'ejection', 'interval'), ejection.interval),
    ...duration(at('trafficPolicy', 'ejection', 'baseTime'), ejection.baseTime),
    ...wholeSeconds(at('shutdown', 'drain'), shutdown.drain),
    ...wholeSeconds(at('shutdown', 'grace'), shutdown.grace),
    ...(rateLimit === undefined ? [] : duration(at('rateLimit', 'per'), rateLimit.per, shortestRefill)),
  ];
}

function ofHop({ timeout, retries, ...hop }: Hop): Problem[] {
  const at = (field: string): string[] => ['calls', hopName(hop), field];
  const numbers = (retries?.on ?? []).filter((condition) => /^[-\d.]/.test(condition) && condition !== '5xx');
  return [
    ...(timeout === undefined ? [] : duration(at('timeout'), timeout)),
    ...(retries === undefined ? [] : duration(at('retries.perTry'), retries.perTry)),
    ...numbers
      .filter((condition) => !statuses.has(Number(condition)))
      .map((condition) => ({
        path: at('retries.on'),
        value: condition,
        rule: 'a number among retry conditions is an HTTP status from 400 on; with any other nothing is retried',
        remedy: 'write it like 429 or 503',
      })),
  ];
}

function count(path: readonly string[], value: unknown): Problem[] {
  const rule = 'a whole number from 1: Istio reads 0 as not set';
  return Number.isInteger(value) && Number(value) >= 1 ? [] : [{ path, value, rule, remedy: 'use 1 or more' }];
}

function duration(path: readonly string[], value: Duration, shortest = 1): Problem[] {
  const length = milliseconds(value);
  const rule = `a duration is a whole number of milliseconds, at least ${shortest}`;
  return Number.isInteger(length) && length >= shortest
    ? []
    : [{ path, value, rule, remedy: 'write it like 500ms or 3s' }];
}

function wholeSeconds(path: readonly string[], value: Duration): Problem[] {
  const rule = 'Kubernetes counts this time in whole seconds, at least 1';
  const isWhole = Number.isInteger(seconds(value)) && seconds(value) >= 1;
  return isWhole ? [] : [{ path, value, rule, remedy: 'write it like 10s' }];
}
