import { milliseconds } from '../model/duration';
import { type Split, shareOf } from '../model/traffic';
import type { LoadedService } from './loaded-service';
import { limits } from './profile';

/** k6's thresholds: conditions by metric, which may be narrowed by tags. */
export type Thresholds = Readonly<Record<string, readonly string[]>>;

export interface ThresholdsProps {
  readonly services: readonly LoadedService[];
  /** The services that the requests are sent to. */
  readonly entries: readonly string[];
  readonly isPinned: boolean;
  /** Fewer requests than this prove nothing, and fail. */
  readonly minRequests: number;
}

/**
 * Standard deviations by which a share may differ from its split: chance alone goes beyond in one
 * of ten thousand runs.
 */
const deviations = 3.9;

/**
 * What fails a load test. No data is a failure too: a rate of nothing is 0, which every lower bound
 * refuses, and every service has to be seen in as many answers as the bounds were computed for.
 * @see https://grafana.com/docs/k6/latest/using-k6/thresholds/
 */
export function thresholdsOf({ services, entries, isPinned, minRequests }: ThresholdsProps): Thresholds {
  const few = `rate<${limits.errorRate}`;
  const fast = `p(95)<${milliseconds(limits.p95)}`;
  const perRelease = services.flatMap(({ service, releases }) =>
    releases.flatMap(({ release }): [string, string[]][] => [
      [`errors{service:${service},release:${release}}`, [few]],
      ...(entries.includes(service) ? [pair(`latency{service:${service},release:${release}}`, fast)] : []),
    ]),
  );
  const perService = services.flatMap(({ service, releases, split }) => {
    const hasChoice = releases.length > 1;
    return [
      pair(`answers{service:${service}}`, `count>=${minRequests}`),
      ...(hasChoice ? [choice(service, split, minRequests)] : []),
      ...(hasChoice && isPinned ? [pair(`pin{service:${service}}`, 'rate==1')] : []),
    ];
  });
  return {
    checks: [`rate>${1 - limits.errorRate}`],
    http_req_failed: [few],
    http_req_duration: [fast],
    ...Object.fromEntries([...perRelease, ...perService]),
  };
}

function pair(metric: string, ...conditions: string[]): [string, string[]] {
  return [metric, conditions];
}

function choice(service: string, split: Split, requests: number): [string, string[]] {
  if (split === 'follow') {
    return pair(`lane{service:${service}}`, 'rate==1');
  }
  const share = shareOf('canary', split) / 100;
  const tolerance = deviations * Math.sqrt((share * (1 - share)) / requests);
  const [least, most] = [Math.max(0, share - tolerance), Math.min(1, share + tolerance)];
  return pair(`split{service:${service}}`, `rate>=${least.toFixed(4)}`, `rate<=${most.toFixed(4)}`);
}
