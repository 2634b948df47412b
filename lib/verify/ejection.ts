import * as z from 'zod';
import { qualified } from '../analysis/inventory/hosts';
import type { Inventory } from '../analysis/inventory/inventory';
import { millisecondsOf } from '../kubernetes/duration';
import type { TrafficPolicy } from '../analysis/views/destination-rule';

/** What takes a pod out: what a DestinationRule declares, or what a proxy does. Times in milliseconds. */
export interface Ejection {
  readonly errors?: number | undefined;
  readonly interval?: number | undefined;
  readonly time?: number | undefined;
  readonly mostPercent?: number | undefined;
}

/** Where outlier detection is declared, for a subset of a host. */
export interface DeclaredEjection {
  readonly host: string;
  readonly subset: string;
  readonly declared: Ejection;
}

/** Every subset with outlier detection in its rule; ports with one of their own are left out. */
export function declaredEjections({ destinationRules }: Inventory): DeclaredEjection[] {
  return destinationRules.flatMap(({ manifest, spec: { host = '', trafficPolicy, subsets } }) =>
    [...subsets, { name: '', trafficPolicy: undefined }].flatMap(({ name = '', trafficPolicy: own }) => {
      const outlier = own?.outlierDetection ?? trafficPolicy?.outlierDetection;
      return outlier === undefined
        ? []
        : [{ host: qualified(host, manifest.namespace), subset: name, declared: ejectionOf(outlier) }];
    }),
  );
}

function ejectionOf(outlier: NonNullable<TrafficPolicy['outlierDetection']>): Ejection {
  const { consecutive5xxErrors: errors, interval, baseEjectionTime, maxEjectionPercent: mostPercent } = outlier;
  return { errors, interval: timeOf(interval), time: timeOf(baseEjectionTime), mostPercent };
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : millisecondsOf(text);
}

const dump = z.object({
  configs: z.array(
    z.object({
      cluster: z.object({
        name: z.string(),
        outlier_detection: z
          .object({
            consecutive_5xx: z.number().optional(),
            interval: z.string().optional(),
            base_ejection_time: z.string().optional(),
            max_ejection_percent: z.number().optional(),
          })
          .optional(),
      }),
    }),
  ),
});

/**
 * What a proxy does about the pods of a subset, of all its clusters for them.
 * @param text of `config_dump?resource=dynamic_active_clusters`
 * @returns nothing if the proxy has no such cluster
 */
export function ejectionIn(text: string, { host, subset }: DeclaredEjection): Ejection | undefined {
  const { data } = dump.safeParse(jsonOf(text));
  const found = data?.configs.find(({ cluster: { name } }) => {
    const [direction, , own, of] = name.split('|');
    return direction === 'outbound' && own === subset && of === host;
  });
  const outlier = found?.cluster.outlier_detection;
  return (
    found && {
      errors: outlier?.consecutive_5xx,
      interval: timeOf(outlier?.interval),
      time: timeOf(outlier?.base_ejection_time),
      mostPercent: outlier?.max_ejection_percent,
    }
  );
}

/** Whether a proxy does what is declared; what is not declared is Envoy's business. */
export function agrees(declared: Ejection, found: Ejection): boolean {
  return (['errors', 'interval', 'time', 'mostPercent'] as const).every(
    (field) => declared[field] === undefined || declared[field] === found[field],
  );
}

/** `after 3 errors, looked at every 10 s, for 30 s, 50 % at most` */
export function ejectionText({ errors, interval, time, mostPercent }: Ejection): string {
  const parts = [
    errors === undefined ? undefined : `after ${errors} errors`,
    interval === undefined ? undefined : `looked at every ${interval / 1000} s`,
    time === undefined ? undefined : `for ${time / 1000} s`,
    mostPercent === undefined ? undefined : `${mostPercent} % at most`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
