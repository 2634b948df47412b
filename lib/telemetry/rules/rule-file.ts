/** A query whose result Prometheus stores under a name of its own. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** How soon somebody has to look: `critical` now, `warning` today. */
export type Severity = 'critical' | 'warning';

/** A query that should have no result, and what to say when it has one. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it has to hold. */
  readonly for: string;
  readonly labels: { readonly severity: Severity; readonly service?: string; readonly release?: string };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook_url: string };
}

export interface RuleGroup<Rule> {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/**
 * A rule file of Prometheus.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export interface RuleFile<Rule> {
  readonly groups: readonly RuleGroup<Rule>[];
}

/** Each alert has a section of its own, named after it, in this file of the repository. */
const runbook = 'docs/runbooks.md';

interface Alert {
  readonly name: string;
  readonly when: string;
  readonly for: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly description: string;
  /** @default - the labels of the query's result */
  readonly about?: { readonly service: string; readonly release: string };
}

/** An alert with the link to its runbook section. */
export function alert({ name, when, severity, summary, description, about, ...rest }: Alert): AlertRule {
  return {
    alert: name,
    expr: when,
    for: rest.for,
    labels: { severity, ...about },
    annotations: { summary, description, runbook_url: `${runbook}#${name.toLowerCase()}` },
  };
}
