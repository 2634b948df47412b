import type { Condition, CompiledRule } from './compiled-rule';

/** The requests that a rule is about, each as one would ask for it: `GET,POST /orders/*`; empty for any. */
export function operationsIn({ sources, operations }: CompiledRule): string[] {
  return operations.flatMap((operation) =>
    sources.map((source) => [...operation, ...source].map(wordsOf).join(' ').trim()),
  );
}

function wordsOf(condition: Condition): string {
  const { key, values, notValues } = condition;
  const separator = key === 'request method' ? ',' : ' or ';
  const name = prefixes.get(key) ?? `${key} `;
  return [
    ...(values.length === 0 ? [] : [`${name}${values.join(separator)}`]),
    ...(notValues.length === 0 ? [] : [`${name}not ${notValues.join(separator)}`]),
  ].join(' ');
}

/** A method and a path are known by their looks. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['request method', ''],
  ['request path', ''],
  ['request host', 'host '],
]);
