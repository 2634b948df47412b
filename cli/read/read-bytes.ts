import { readFileSync } from 'node:fs';
import { withFile } from '../file-error';

/**
 * The bytes of a file that a user may have written.
 * @throws Error of the file system, which always knows the path: that of reading a folder does not by itself
 */
export function readBytes(file: string): Buffer {
  return withFile(file, () => readFileSync(file));
}
