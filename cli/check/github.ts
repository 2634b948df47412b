import type { Level } from '../../lib/analysis/finding';
import type { CheckResult } from './result';
import { problemMessage, problemTitle } from './problem-text';

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands, a line each, which GitHub Actions shows beside the lines of a pull request. Known findings are not in
 * it.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function checkGithub({ findings, problems }: CheckResult): string {
  const fresh = findings.filter(({ isKnown }) => !isKnown);
  return [
    ...problems.map((problem) => command('error', { ...problem, title: problemTitle }, problemMessage(problem))),
    ...fresh.map(({ finding: { level, file, line, code, object, field, message, remedy } }) =>
      command(commands[level], { file, line, title: `${code} ${object}` }, `${field}: ${message}\nremedy: ${remedy}`),
    ),
  ].join('\n');
}

interface Properties {
  readonly file: string;
  readonly line?: number;
  readonly title: string;
}

function command(name: string, { file, line, title }: Properties, message: string): string {
  const properties = { file, ...(line === undefined ? {} : { line: String(line) }), title };
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${written.join(',')}::${data(message)}`;
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts escapeData, escapeProperty */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
