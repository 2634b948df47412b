import { shortened } from '../input/shortened';
import type { Finding } from './finding';

/** No message of ours is as long; a value in it may be. */
const most = 1_000;

/** `dist/0001-ml.k8s.yaml:412: error KIA1107 (IST0101)`, and below it what, where, and what to do. */
export function findingText(finding: Finding): string {
  const { file, line, level, code, aliases, object, field, message, remedy, link } = finding;
  const also = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
  const lines = [`${object}: ${field}`, message, `remedy: ${remedy}`, `see: ${link}`];
  return [`${file}:${line}: ${level} ${code}${also}`, ...lines.map((text) => `  ${shortened(text, most)}`)].join('\n');
}
