import { existsSync, readFileSync } from 'node:fs';
import type { LocatedProblem, Reading, SourceFile } from '../lib/input/document';
import { InputError } from '../lib/input/report';
import { check } from '../lib/model/check';
import type { Mesh } from '../lib/model/mesh';
import { defaultSettings, readSettings, type Settings } from '../stacks/settings';
import { threeTierMesh } from '../stacks/three-tier';
import { readTraffic } from '../stacks/traffic';

/** The files a user writes, as paths from the current folder. */
export interface LabFiles {
  readonly settings: string;
  readonly traffic: string;
}

/** What the files say: everything that rendering needs. */
export interface Lab {
  readonly settings: Settings;
  readonly mesh: Mesh;
}

const noTraffic = { pins: [], splits: new Map() };

/**
 * Reads both files and builds the mesh from them.
 * @throws InputError with the problems of both files, if there are any
 */
export function loadLab(files: LabFiles): Lab {
  const settings = read(files.settings, readSettings);
  // Which services there are does not depend on the settings, so one bad file does not hide the other.
  const services = threeTierMesh(settings.value ?? defaultSettings, noTraffic);
  const traffic = read(files.traffic, (source) => readTraffic(source, services));
  if (settings.value === undefined || traffic.value === undefined) {
    throw new InputError([...settings.problems, ...traffic.problems]);
  }
  const mesh = threeTierMesh(settings.value, traffic.value);
  const problems = check(mesh).map((problem) => ({ ...problem, file: 'stacks/three-tier.ts' }));
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  return { settings: settings.value, mesh };
}

function read<T>(file: string, reader: (source: SourceFile) => Reading<T>): Reading<T> {
  return existsSync(file) ? reader({ name: file, text: readFileSync(file, 'utf8') }) : { problems: [missing(file)] };
}

function missing(file: string): LocatedProblem {
  const remedy =
    'restore it with `git checkout`, run from the folder that holds it, or name another in the environment';
  return { file, path: [], value: file, rule: 'the file exists; its defaults stand inside it', remedy };
}
