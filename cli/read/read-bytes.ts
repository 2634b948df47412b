import { readFileSync, statSync } from 'node:fs';
import { checkLength } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';
import { withFile } from '../file-error';

/**
 * The bytes of a file that a user may have written; pipes are files too, as in `lab check <(kustomize build)`.
 * @throws Error of the file system, which always knows the path: that of reading a folder does not by itself
 * @throws InputError if there is no end to it, or too much before the end
 */
export function readBytes(file: string): Buffer {
  return withFile(file, () => {
    const found = statSync(file);
    if (found.isCharacterDevice() || found.isBlockDevice()) {
      const rule = 'it is a file, or a pipe: it is a device, of which nobody knows the end';
      throw new InputError([{ file, path: [], value: file, rule, remedy: 'name a file; the standard input is `-`' }]);
    }
    checkLength(file, found.size);
    return readFileSync(file);
  });
}
