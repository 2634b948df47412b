import { createRequire } from 'node:module';
import type { SyntaxNode } from '@lezer/common';
import { LRParser } from '@lezer/lr';
import * as z from 'zod';

const parser = promqlParser();

/** The package has a CommonJS build, but its types say that it has none: an import would be an error. */
function promqlParser(): LRParser {
  const require = createRequire(__filename);
  return z.object({ parser: z.instanceof(LRParser) }).parse(require('@prometheus-io/lezer-promql')).parser;
}

export interface FoundMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** What a query says, as the parser of Prometheus' own web interface reads it. */
export interface Query {
  readonly errors: readonly string[];
  readonly metrics: readonly string[];
  readonly matchers: readonly FoundMatcher[];
  /** Every label it names: in matchers, `by` and `on`. */
  readonly labels: readonly string[];
}

/** Grafana puts in a duration before Prometheus sees the query. */
export function parse(expression: string): Query {
  const text = expression.replaceAll('$__rate_interval', '1m');
  const errors: string[] = [];
  const metrics: string[] = [];
  const labels: string[] = [];
  const matchers: FoundMatcher[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to, node }) => {
      const found = text.slice(from, to);
      if (type.isError) {
        errors.push(`${text.slice(0, from)} <here> ${text.slice(from)}`);
      } else if (type.name === 'Identifier') {
        metrics.push(found);
      } else if (type.name === 'LabelName') {
        labels.push(found);
      } else if (type.name === 'UnquotedLabelMatcher') {
        const part = (name: string): string => childOf(node, name, text);
        const value: unknown = JSON.parse(part('StringLiteral') || '""');
        matchers.push({ label: part('LabelName'), operator: part('MatchOp'), value: String(value) });
      }
    },
  });
  return { errors, metrics, matchers, labels };
}

function childOf(node: SyntaxNode, name: string, text: string): string {
  const child = node.getChild(name);
  return child === null ? '' : text.slice(child.from, child.to);
}

/** The values of a list of names that a matcher accepts; a regular expression here is a list of literal names. */
export function valuesOf(matchers: readonly FoundMatcher[], label: string): string[] {
  const values = matchers
    .filter((matcher) => matcher.label === label)
    .flatMap(({ operator, value }) => (operator === '=~' ? value.split('|') : [value]));
  return [...new Set(values)];
}
