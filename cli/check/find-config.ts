import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { decoded } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';
import { readBytes } from '../read/read-bytes';
import { type Config, readConfig } from './config';

const configName = '.mesh-lab.yaml';

/** The settings of `lab check`, and the folder that their paths start from. */
export interface FoundConfig extends Config {
  readonly folder: string;
}

/**
 * The settings in a file, or in the nearest one above a folder, up to the root of its git repository or of the file system.
 * @param named a file; false: there are none
 * @param from where the user stands
 * @throws InputError with all that is wrong with the file
 */
export function findConfig(named: string | boolean | undefined, from: string): FoundConfig {
  const file = typeof named === 'string' ? named : named === false ? undefined : nearest(resolve(from));
  if (file === undefined) {
    return { folder: from };
  }
  const source = decoded(file, readBytes(file));
  const { value, problems } = 'text' in source ? readConfig(source) : { problems: [source] };
  if (value === undefined) {
    throw new InputError(problems);
  }
  const folder = dirname(file);
  const { baseline, ...others } = value;
  return { ...others, folder, ...(baseline === undefined ? {} : { baseline: join(folder, baseline) }) };
}

function nearest(folder: string): string | undefined {
  const file = join(folder, configName);
  if (existsSync(file)) {
    return relative(process.cwd(), file);
  }
  return existsSync(join(folder, '.git')) || dirname(folder) === folder ? undefined : nearest(dirname(folder));
}
