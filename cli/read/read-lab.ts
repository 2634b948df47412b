import { existsSync } from 'node:fs';
import { readBytes } from './read-bytes';
import { decoded } from '../../lib/input/decoded';
import type { LocatedProblem, Reading, SourceFile } from '../../lib/input/source';
import { InputError } from '../../lib/input/input-error';
import { check } from '../../lib/model/check';
import type { Mesh } from '../../lib/model/mesh';
import type { Problem } from '../../lib/model/problem';
import { defaultSettings, readSettings, type Settings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';
import { readTraffic } from '../../stacks/traffic';

/** What the files say: everything that rendering needs. */
export interface Lab {
  readonly settings: Settings;
  readonly mesh: Mesh;
}

const noTraffic = { pins: [], splits: new Map() };

/**
 * Reads `settings.yaml` and `traffic.yaml` of the current folder, or the files that the environment
 * names in their place, and builds the mesh from them.
 * @throws InputError with the problems of both files, if there are any
 */
export function readLab(env: NodeJS.ProcessEnv): Lab {
  const settingsFile = settingsFileOf(env);
  const settings = read(settingsFile, readSettings);
  // Which services there are does not depend on the settings, so one bad file does not hide the other.
  const services = threeTierMesh(settings.value ?? defaultSettings, noTraffic);
  const traffic = read(env['LAB_TRAFFIC'] ?? 'traffic.yaml', (source) => readTraffic(source, services));
  if (settings.value === undefined || traffic.value === undefined) {
    throw new InputError([...settings.problems, ...traffic.problems]);
  }
  const mesh = threeTierMesh(settings.value, traffic.value);
  const problems = check(mesh).map((problem) => ({ ...problem, file: sourceOf(problem, settingsFile) }));
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return { settings: settings.value, mesh };
}

/**
 * Reads `settings.yaml` alone: for what has to work whatever `traffic.yaml` says.
 * @throws InputError with its problems
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const { value, problems } = read(settingsFileOf(env), readSettings);
  if (value === undefined) {
    throw new InputError(problems);
  }
  return value;
}

function settingsFileOf(env: NodeJS.ProcessEnv): string {
  return env['LAB_SETTINGS'] ?? 'settings.yaml';
}

/** The file to mend: of all that the model checks, only the capacity is a setting. */
function sourceOf({ path }: Problem, settingsFile: string): string {
  return path[0] === 'capacity' ? settingsFile : 'stacks/three-tier.ts';
}

function read<T>(file: string, reader: (source: SourceFile) => Reading<T>): Reading<T> {
  const source = existsSync(file) ? decoded(file, readBytes(file)) : missing(file);
  return 'text' in source ? reader(source) : { problems: [source] };
}

function missing(file: string): LocatedProblem {
  const remedy =
    'restore it with `git checkout`, run from the folder that holds it, or name another in the environment';
  return { file, path: [], value: file, rule: 'the file exists', remedy };
}
