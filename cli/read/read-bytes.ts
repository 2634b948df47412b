import { closeSync, openSync, readFileSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkLength } from '../../lib/input/decoded';
import { InputError } from '../../lib/input/input-error';
import { withFile } from '../file-error';

/**
 * The bytes of a file that a user may have written, or of a pipe that the shell has opened for this process, as in
 * `lab check <(kustomize build)`: whoever writes into that one runs already, and its end is the end.
 * @throws Error of the file system, which always knows the path: that of reading a folder does not by itself
 * @throws InputError if nobody knows whether it has an end, or there is too much before it
 */
export function readBytes(file: string): Buffer {
  return withFile(file, () => {
    const found = statSync(file);
    const kind = kindOf(found);
    if (kind !== undefined && !(found.isFIFO() && isOpen(file))) {
      const rule = `it is a file, or a pipe that the shell has opened: it is a ${kind}, and reading it may never end`;
      const remedy = 'name a file, write `<(command)`, or pipe it in and name `-`, the standard input';
      throw new InputError([{ file, path: [], value: file, rule, remedy }]);
    }
    checkLength(file, found.size);
    return kind === undefined ? readFileSync(file) : bytesOfPipe(file);
  });
}

/** What something is that can be opened and may keep who reads it waiting for ever. */
function kindOf(found: Stats): string | undefined {
  if (found.isFIFO()) {
    return 'named pipe';
  }
  if (found.isSocket()) {
    return 'socket';
  }
  return found.isCharacterDevice() || found.isBlockDevice() ? 'device' : undefined;
}

/** Whether a path leads to what this process has open: opening that again waits for nobody. */
function isOpen(file: string): boolean {
  return ['/dev/fd', `/proc/${process.pid}/fd`].includes(dirname(realpathSync(file)));
}

function bytesOfPipe(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    return bytesOf(descriptor, file);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * All bytes of something that is open, to its end.
 * @param name for who reads what is wrong with it
 * @throws InputError if there are more than fit into a text: what is endless is not read until there is no memory left
 */
export function bytesOf(descriptor: number, name: string): Buffer {
  let bytes = Buffer.allocUnsafe(64 * 1024);
  for (let used = 0; ;) {
    const length = readSync(descriptor, bytes, used, bytes.length - used, null);
    if (length === 0) {
      return bytes.subarray(0, used);
    }
    used += length;
    checkLength(name, used);
    bytes = used === bytes.length ? Buffer.concat([bytes], 2 * used) : bytes;
  }
}
