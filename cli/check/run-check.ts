import { relative, resolve, sep } from 'node:path';
import { minimatch } from 'minimatch';
import type { Finding } from '../../lib/analysis/finding';
import { InputError } from '../../lib/input/input-error';
import { print, printError } from '../print';
import { readInventory, type ReadInventory } from '../read/read-inventory';
import { baselineOf } from './baseline';
import { readBaseline, writeBaseline } from './baseline-file';
import { filesOf, foundIn, judged, type Judgement } from './check';
import { codeProblems, selected, type Selection } from './codes';
import { findConfig, type FoundConfig } from './find-config';
import { formats } from './formats';
import type { CheckOptions } from './options';
import { Places } from './places';

/** Looks for all that is wrong, prints it, and sets the exit code: 0, 1 for findings, 2 for input that can't be read. */
export function runCheck(paths: readonly string[], options: CheckOptions): void {
  requireCodes(options);
  const config = findConfig(options.config, process.env['INIT_CWD'] ?? process.cwd());
  const read = readAll(paths, config);
  const found = read.inventory === undefined ? [] : foundIn({ inventory: read.inventory });
  const result = judged(read, found, judgementOf(options, config, read, found));
  const isNothing = read.inventory === undefined && options.output === 'text';
  const text = isNothing ? '' : formats[options.json === true ? 'json' : options.output](result);
  if (text !== '') {
    print(text);
  }
  read.notes.forEach((note) => {
    printError(note);
  });
  process.exitCode = result.findings.some(({ fails }) => fails) ? 1 : 0;
  if (read.problems.length > 0) {
    throw new InputError(read.problems);
  }
}

/** @throws InputError for codes that no check has */
function requireCodes({ only = [], skip = [] }: CheckOptions): void {
  const lists = { '--only': only, '--skip': skip };
  const problems = Object.entries(lists).flatMap(([file, codes]) =>
    codeProblems([], codes).map((problem) => ({ ...problem, path: [], file })),
  );
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

type ReadAll = Omit<ReadInventory, 'inventory'> & Partial<Pick<ReadInventory, 'inventory'>>;

/** What can be read; where nothing can, the problems alone: every format tells them. */
function readAll(paths: readonly string[], { exclude = [], folder }: FoundConfig): ReadAll {
  const isLeftOut = (file: string): boolean => {
    const path = relative(resolve(folder), resolve(file)).split(sep).join('/');
    return exclude.some((pattern) => minimatch(path, pattern, { dot: true }));
  };
  try {
    return readInventory(paths, isLeftOut);
  } catch (error) {
    if (error instanceof InputError) {
      return { manifests: [], problems: error.problems, notes: [] };
    }
    throw error;
  }
}

/** The command line has the last word, setting by setting. */
function judgementOf(options: CheckOptions, config: FoundConfig, read: ReadAll, found: readonly Finding[]): Judgement {
  const { failOn = config.failOn ?? 'warning', only = config.only, skip = config.skip } = options;
  const baseline = options.baseline ?? config.baseline;
  const selection = { only, skip };
  if (options.writeBaseline !== undefined) {
    return { ...selection, failOn, baseline: written(options.writeBaseline, selection, read, found) };
  }
  return baseline === undefined
    ? { ...selection, failOn }
    : { ...selection, failOn, baseline: { file: baseline, entries: readBaseline(baseline) } };
}

/** Makes all that is found known. @throws InputError if some input can't be read: what is in it would be forgotten */
function written(
  file: string,
  selection: Selection,
  read: ReadAll,
  found: readonly Finding[],
): NonNullable<Judgement['baseline']> {
  if (read.problems.length > 0) {
    throw new InputError(read.problems);
  }
  const codes = new Set(selected(selection).map(({ code }) => code));
  const entries = baselineOf(
    found.filter(({ code }) => codes.has(code)),
    new Places(filesOf(read)),
  );
  writeBaseline(file, entries);
  return { file, entries };
}
