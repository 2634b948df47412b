import { accessSync, constants } from 'node:fs';
import { isScalar, parseDocument } from 'yaml';
import { fileProblem } from '../file-error';
import { readBytes } from '../read/read-bytes';
import { decoded } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';
import type { Split } from '../../lib/model/traffic';
import { replaceFile } from '../replace-file';

/** `traffic.yaml`, or the file that the environment names in its place. */
export function trafficFile(env: NodeJS.ProcessEnv): string {
  return env['LAB_TRAFFIC'] ?? 'traffic.yaml';
}

/** @throws InputError if the file could not be written once a cluster has accepted a share */
export function checkWritable(file: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    const problem = fileProblem(error);
    const remedy = 'the file says what the cluster shall have, and is written after the cluster';
    throw problem === undefined ? error : new InputError([{ ...problem, remedy: `${problem.remedy}: ${remedy}` }]);
  }
}

/**
 * Writes splits into the file; every other character stays as it is. The file is replaced as a whole, so that nobody reads
 * half of it, and is UTF-8 from then on.
 * @returns whether anything changed
 * @throws InputError if the file is no text
 */
export function writeSplits(file: string, splits: ReadonlyMap<string, Split>): boolean {
  const before = textOf(file);
  const text = [...splits].reduce((written, [service, split]) => withSplit(written, service, split), before);
  if (text === before) {
    return false;
  }
  replaceFile(file, text);
  return true;
}

/**
 * Whether the file says of a service that it follows its callers; also where something else in the file is wrong.
 * @throws InputError if the file is no text
 */
export function saysFollow(file: string, service: string): boolean {
  return parseDocument(textOf(file)).getIn(['splits', service]) === 'follow';
}

function textOf(file: string): string {
  const source = decoded(file, readBytes(file));
  if ('rule' in source) {
    throw new InputError([source]);
  }
  return source.text;
}

function withSplit(text: string, service: string, split: Split): string {
  const document = parseDocument(text);
  const value = document.getIn(['splits', service], true);
  if (isScalar(value) && value.range) {
    const [start, end] = value.range;
    return value.value === split ? text : `${text.slice(0, start)}${split}${text.slice(end)}`;
  }
  document.setIn(['splits', service], split);
  return document.toString({ lineWidth: 0 });
}
