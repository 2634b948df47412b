import { createHash } from 'node:crypto';
import { version } from '../../package.json';
import type { CheckDescription } from '../../lib/analysis/checks/check';
import type { Level } from '../../lib/analysis/finding';
import type { LocatedProblem } from '../../lib/input/source';
import { fingerprintOf, keyOf } from './baseline';
import { uriOf } from './location';
import { Places } from './places';
import { problemMessage } from './problem-text';
import type { CheckResult, JudgedFinding } from './result';

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The Static Analysis Results Interchange Format, for code scanning. A known finding is suppressed by the baseline.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function checkSarif(result: CheckResult): string {
  const { checks, findings, problems, files } = result;
  const places = new Places(files);
  const run = {
    tool: { driver: { name: 'mesh-lab', semanticVersion: version, rules: checks.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(notificationOf) },
    ],
    results: findings.map((judged) => resultOf(judged, result, places)),
  };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    undefined,
    2,
  );
}

function ruleOf({ code, aliases = [], level, title, reason, remedy, link }: CheckDescription): object {
  const page = `docs/checks/${code}.md`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: reason },
    help: {
      text: `${reason} What to do: ${remedy}. See ${page}.`,
      markdown: `${reason}\n\nWhat to do: ${remedy}.\n\nSee \`${page}\`.`,
    },
    // The page has no address of its own that is the same everywhere; what the rule goes by has.
    ...(URL.canParse(link) ? { helpUri: link } : {}),
    defaultConfiguration: { level: levels[level] },
    properties: { tags: aliases },
  };
}

function resultOf({ finding, isKnown }: JudgedFinding, { checks, baseline }: CheckResult, places: Places): object {
  const { code, level, object, field, file, line, message, remedy } = finding;
  const key = keyOf(fingerprintOf(finding, places));
  const related = places.in(message).map((place, id) => ({
    id,
    message: { text: 'named by the message' },
    ...locationOf(place.file, place.line),
  }));
  return {
    ruleId: code,
    ruleIndex: checks.findIndex((check) => check.code === code),
    level: levels[level],
    message: { text: `${object}: ${field}: ${message}\nremedy: ${remedy}` },
    locations: [{ ...locationOf(file, line), logicalLocations: [{ fullyQualifiedName: `${object}: ${field}` }] }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { 'finding/v1': createHash('sha256').update(key).digest('hex') },
    ...(baseline === undefined ? {} : stateOf(isKnown, baseline.file)),
  };
}

/** Where some results are suppressed, the others say that they are not. */
function stateOf(isKnown: boolean, file: string): object {
  return {
    baselineState: isKnown ? 'unchanged' : 'new',
    suppressions: isKnown ? [{ kind: 'external', justification: `known by ${file}` }] : [],
  };
}

function notificationOf(problem: LocatedProblem): object {
  return {
    level: 'error',
    message: { text: problemMessage(problem) },
    locations: [locationOf(problem.file, problem.line)],
  };
}

function locationOf(file: string, line?: number): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}
