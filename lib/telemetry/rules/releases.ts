import { type Release, releasesOf, type Service } from '../../model/service';
import type { ExpectedShares } from '../expected-shares';
import { above, and, atLeast, difference, times, unless } from '../promql/expressions';
import { requestCount } from '../promql/requests';
import { oneRelease, releaseOfEach, wholeService, withRequests } from '../promql/scope';
import { is, type Label, select } from '../promql/selector';
import { alert, type AlertRule } from './rule-file';

/** Fewer requests than these say nothing about a canary. */
const enoughRequests = 20;
/** So many requests miss a release by chance once in 22,000 times: e to the power of 10. */
const surelyNotChance = 10;

const service: readonly Label[] = ['destination_service_namespace', 'destination_service_name'];

/**
 * A canary that fails more often than the stable release beside it. Without requests to both there
 * is nothing to compare and no alert: the error budget and `ReleaseWithoutTraffic` watch that.
 * @param margin how much more, as a share of requests
 */
export function canaryAlerts(services: readonly Service[], margin: number): AlertRule[] {
  const compared = withRequests(services).filter((candidate) => candidate.canary !== undefined);
  if (compared.length === 0) {
    return [];
  }
  const share = (release: Release['name']): string =>
    select('release:istio_requests:error_share_rate5m', [is('destination_version', release)]);
  const worse = above(difference(share('canary'), share('stable'), service), margin);
  const name = '{{ $labels.destination_service_name }}';
  return [
    alert({
      name: 'CanaryWorseThanStable',
      when: and(worse, atLeast(requestCount(releaseOfEach(compared, 'canary'), '5m'), enoughRequests), service),
      for: '2m',
      severity: 'critical',
      summary: `The canary of ${name} fails more often than its stable release`,
      description:
        'Within 5m its share of failed requests was higher by {{ $value | humanizePercentage }} of all requests.',
    }),
  ];
}

/** One alert for each release that the splits give requests to; a service without any raises none. */
export function idleReleaseAlerts(services: readonly Service[], expected: ExpectedShares): AlertRule[] {
  return withRequests(services).flatMap((candidate) =>
    releasesOf(candidate)
      .filter((release) => expected(candidate, release.name) > 0)
      .map((release) => idleAlert(candidate, release, expected(candidate, release.name))),
  );
}

function idleAlert(candidate: Service, release: Release, percent: number): AlertRule {
  const due = atLeast(times(percent / 100, requestCount(wholeService(candidate), '10m')), surelyNotChance);
  return alert({
    name: 'ReleaseWithoutTraffic',
    when: unless(due, above(requestCount(oneRelease(candidate, release), '10m'), 0)),
    for: '5m',
    severity: 'warning',
    about: { service: candidate.name, release: release.name },
    summary: `The ${release.name} release of ${candidate.name} gets no requests`,
    description: `It should have got about {{ $value | humanize }} within 10m: its share is ${percent} %.`,
  });
}
