import type { Service } from '../../model/service';
import { above, and, type Range } from '../promql/expressions';
import { errorShare } from '../promql/requests';
import { everyRelease, toServices, withRequests } from '../promql/scope';
import { type Recorded, select } from '../promql/selector';
import { alert, type AlertRule, type RecordingRule } from './rule-file';

/**
 * How many times faster than allowed the budget goes, seen over a long window, so that a single bad
 * minute alarms nobody, and over a short one, so that the alarm ends soon after the cause.
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
const fast = { long: '1h', short: '5m', rate: 14.4, for: '2m' } as const;
const slow = { long: '6h', short: '30m', rate: 6, for: '15m' } as const;

const recorded = (range: Range): Recorded => `service:istio_requests:error_share_rate${range}`;

/** The error shares that alerts compare: of services over each window, of releases over the shortest. */
export function recordingRules(services: readonly Service[]): RecordingRule[] {
  const called = withRequests(services);
  if (called.length === 0) {
    return [];
  }
  const windows = [fast.short, slow.short, fast.long, slow.long];
  return [
    ...windows.map((range) => ({ record: recorded(range), expr: errorShare(toServices(called), range) })),
    { record: 'release:istio_requests:error_share_rate5m', expr: errorShare(everyRelease(called), '5m') },
  ];
}

/** @param budget share of requests that may fail, 0 to 1 */
export function errorBudgetAlerts(services: readonly Service[], budget: number): AlertRule[] {
  if (withRequests(services).length === 0) {
    return [];
  }
  const burns = ({ long, short, rate }: typeof fast | typeof slow): string => {
    const tooFast = (range: Range): string => above(select(recorded(range), []), Number((rate * budget).toFixed(6)));
    return and(tooFast(long), tooFast(short));
  };
  const service = '{{ $labels.destination_service_name }}';
  const failing = '{{ $value | humanizePercentage }} of the requests';
  return [
    alert({
      name: 'ErrorBudgetBurnsFast',
      when: burns(fast),
      for: fast.for,
      severity: 'critical',
      summary: `${service} uses up its error budget ${fast.rate} times too fast`,
      description: `${failing} to ${service} failed within ${fast.long}. At this pace a month's budget lasts two days.`,
    }),
    alert({
      name: 'ErrorBudgetBurnsSlowly',
      when: burns(slow),
      for: slow.for,
      severity: 'warning',
      summary: `${service} uses up its error budget ${slow.rate} times too fast`,
      description: `${failing} to ${service} failed within ${slow.long}. At this pace a month's budget lasts five days.`,
    }),
  ];
}
