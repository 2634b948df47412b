import type { Fault } from '../../lib/canary/measurement';
import type { Series } from '../../lib/canary/series';
import { type ReleaseName, releasesOf, type Service } from '../../lib/model/service';
import { latency, requestCount, successShare } from '../../lib/telemetry/promql/requests';
import { everyRelease } from '../../lib/telemetry/promql/scope';
import { answerOf } from '../metrics/answer';
import { ask } from '../metrics/ask';
import type { PrometheusSource } from '../metrics/source';
import { keyOf, type Measured, type MeasuredReleases, window } from './releases';

/** Asks Prometheus for all releases of some services. @returns why not, if it does not say */
export async function measureReleases(
  source: PrometheusSource,
  services: readonly Service[],
): Promise<MeasuredReleases | { readonly fault: string }> {
  const scope = everyRelease(services);
  const expressions = [requestCount(scope, window), successShare(scope, window), latency(0.95, scope, window)];
  const answers = await Promise.all(
    expressions.map(async (query): Promise<Series[] | Fault> => {
      const page = await ask({ timeout: 3000, ...source }, '/api/v1/query', { query });
      return 'kind' in page ? page : answerOf(page);
    }),
  );
  const fault = answers.find((answer): answer is Fault => !Array.isArray(answer));
  const [requests = [], success = [], p95 = []] = answers.filter((answer) => Array.isArray(answer));
  return fault === undefined ? measuredReleases(services, { requests, success, p95 }) : { fault: faultText(fault) };
}

export interface ReleaseSeries {
  readonly requests: readonly Series[];
  readonly success: readonly Series[];
  readonly p95: readonly Series[];
}

/** What series say about the releases of services. */
export function measuredReleases(
  services: readonly Service[],
  { requests, success, p95 }: ReleaseSeries,
): MeasuredReleases {
  return new Map(
    services.flatMap((service) => {
      const counts = releasesOf(service).map(({ name }) => numberIn(requests, service, name) ?? 0);
      const all = counts.reduce((sum, one) => sum + one, 0);
      return releasesOf(service).map(({ name }, index): [string, Measured] => {
        const count = counts[index] ?? 0;
        return [
          keyOf(service, name),
          {
            requests: count,
            ...(all > 0 ? { share: (100 * count) / all } : {}),
            ...optional('success', scaled(numberIn(success, service, name), 100)),
            ...optional('p95', numberIn(p95, service, name)),
          },
        ];
      });
    }),
  );
}

/** NaN and Inf are no numbers to show. */
function numberIn(series: readonly Series[], service: Service, release: ReleaseName): number | undefined {
  const found = series.find(
    ({ labels }) =>
      labels['destination_service_name'] === service.serviceName &&
      labels['destination_service_namespace'] === service.namespace &&
      labels['destination_version'] === release,
  );
  const value = Number(found?.points.at(-1)?.value ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

function optional<K extends string>(name: K, value: number | undefined): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  if (value !== undefined) {
    found[name] = value;
  }
  return found;
}

function faultText(fault: Fault): string {
  const because = 'because' in fault ? fault.because : fault.kind === 'timeout' ? `after ${fault.after} ms` : '';
  return [fault.kind, because].filter((part) => part !== '').join(': ');
}
