import type { Range } from '../promql/expressions';
import { latency, requestRate, successShare } from '../promql/requests';
import type { Scope } from '../promql/scope';
import type { PanelProps } from './panel';

/** Grafana's own variable, without braces: Terraform would take those for its own. */
export const range: Range = '$__rate_interval';

/** The name of a line: the labels that the query tells apart. */
export function legendOf(scope: Scope): string {
  const parts = scope.by.filter((label) => label !== 'destination_service_namespace');
  return parts.map((label) => `{{${label}}}`).join(' ');
}

/** What one looks at first: who fails, who is busy. */
export function successAndRate(scope: Scope, width = 12): PanelProps[] {
  const legend = legendOf(scope);
  return [
    {
      title: 'Request success rate by version',
      description:
        'Share of requests that did not fail, as callers saw it. Failed is a 5xx, or a gRPC status that blames the server.',
      unit: 'share',
      queries: [{ expr: successShare(scope, range), legend }],
      width,
    },
    {
      title: 'Request rate by version',
      description: 'Requests a second, as callers saw them; a request that was tried again counts once.',
      unit: 'requests',
      queries: [{ expr: requestRate(scope, range), legend }],
      width,
    },
  ];
}

/** A panel for each quantile, so that releases stand side by side in it. */
export function latencies(scope: Scope): PanelProps[] {
  return [50, 95, 99].map((percent) => ({
    title: `Latency p${percent} by version`,
    description: `${percent} of 100 requests were answered within this time, as callers saw it, retries included.`,
    unit: 'milliseconds',
    queries: [{ expr: latency(percent / 100, scope, range), legend: legendOf(scope) }],
    width: 8,
  }));
}
