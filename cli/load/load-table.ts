import type { LoadSummary } from '../../lib/load/summary';
import { textTable } from '../table';

type ServiceSummary = LoadSummary['services'][number];

/** The summary of a load test as a table, and below it what was asked of it. */
export function loadTable(summary: LoadSummary): string {
  const table = textTable({
    head: ['service', 'release', 'answers', 'errors', 'p95'],
    rows: summary.services.flatMap(({ service, releases }) =>
      releases.map(({ release, answers, errors, p95Milliseconds }) => [
        service,
        release,
        answers,
        errors,
        time(p95Milliseconds),
      ]),
    ),
  });
  const { profile, verdict, failed, requests, errorRate, p95Milliseconds, services, unseen } = summary;
  return [
    table,
    `${requests} requests, ${percent(errorRate)} errors, p95 ${time(p95Milliseconds)}`,
    ...services.flatMap(routing),
    ...unseen.map((service) => `${service}: no answer tells of it`),
    `${profile}: ${verdict}`,
    ...failed.map((threshold) => `  missed ${threshold}`),
  ].join('\n');
}

function routing({ service, split, canaryShare, laneKept, pinKept }: ServiceSummary): string[] {
  const parts = [
    ...(canaryShare === undefined ? [] : [`${percent(canaryShare)} canary where the split says ${split} %`]),
    ...(laneKept === undefined ? [] : [`${percent(laneKept)} on the lane of the caller`]),
    ...(pinKept === undefined ? [] : [`${percent(pinKept)} canary where pinned`]),
  ];
  return parts.length === 0 ? [] : [`${service}: ${parts.join(', ')}`];
}

function percent(share = 0): string {
  return `${(share * 100).toFixed(1)} %`;
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${milliseconds.toFixed(0)} ms`;
}
