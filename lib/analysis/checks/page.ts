import { suppressionKey } from '../../kubernetes/suppression';
import type { Finding } from '../finding';
import { findingText } from '../finding-text';
import type { CheckDescription } from './check';
import { suppressionsLink } from './suppression';

/** YAML that a page shows. */
export interface CheckExample {
  /** With the fault. */
  readonly broken: string;
  /** What is found in it. */
  readonly found: readonly Finding[];
  /** Without the fault, though it may look like it. */
  readonly clean: string;
  /** Kinds of objects that the check looks at. */
  readonly reads: readonly string[];
}

/** The page of documentation of one check: what it guards, why, what to do, and how both look. */
export function checkPage(description: CheckDescription, { broken, found, clean, reads }: CheckExample): string {
  const { code, aliases = [], level, title, reason, remedy, link } = description;
  const facts = [
    `- Level: ${level}`,
    ...(aliases.length === 0 ? [] : [`- Other codes of the same: ${aliases.join(', ')}`]),
    `- Reads: ${reads.join(', ')}`,
    `- Source: ${link === suppressionsLink ? suppressions : `<${link}>`}`,
  ];
  return [
    `# ${code}: ${title}`,
    facts.join('\n'),
    `Why: ${reason}`,
    `What to do: ${remedy}.`,
    '## Found',
    fenced('yaml', broken),
    fenced('text', found.map(findingText).join('\n')),
    '## Not found',
    fenced('yaml', clean),
    '## Right all the same',
    ...(link === suppressionsLink ? ['Nothing suppresses a finding about suppressions.'] : suppressing(code)),
  ]
    .join('\n\n')
    .concat('\n');
}

const suppressions = '[suppressions](README.md#suppressions)';

function suppressing(code: string): string[] {
  return [
    `Say so on the object, and why: ${suppressions} hold for one code on one object.`,
    fenced('yaml', `metadata:\n  annotations:\n    ${suppressionKey(code)}: why it is right here`),
  ];
}

function fenced(language: string, text: string): string {
  return ['```' + language, text.trim(), '```'].join('\n');
}
