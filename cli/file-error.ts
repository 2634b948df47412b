import { getSystemErrorMap } from 'node:util';
import { isNativeError } from 'node:util/types';
import type { LocatedProblem } from '../lib/input/source';

/** What has to hold for a file to be read or written, and what to do where it does not; by the code of the system. */
const rules: Readonly<Record<string, readonly [rule: string, remedy: string]>> = {
  ENOENT: ['there is such a file or folder', 'mend the path, or make what it names'],
  EISDIR: ['it is a file: a folder has its name', 'name a file, or move the folder away'],
  ENOTDIR: ['it is below a folder: something else has the name of one', 'mend the path, or move the file away'],
  EEXIST: ['the name is free: something else has it', 'move it away'],
  EACCES: ['this user may read or write it', 'change its owner or mode (`ls -ld` shows them), or run as who owns it'],
  EPERM: ['this user may read or write it', 'change its owner or mode (`ls -ld` shows them), or run as who owns it'],
  EROFS: ['its file system can be written to', 'mount it writable, or work in another folder'],
  ENOSPC: ['there is space left on its file system', 'free some (`df -h` shows how much there is)'],
  EDQUOT: ['there is space left for this user', 'free some, or ask for a larger quota'],
  ELOOP: ['its symbolic links lead somewhere: they lead in a circle', 'mend the links (`ls -l` shows them)'],
  ENAMETOOLONG: ['no name has more than 255 bytes', 'choose a shorter one'],
  EXDEV: ['all of it lies on one file system', 'move it, or work in another folder'],
  EBUSY: ['nothing else holds it', 'unmount it, or end what uses it'],
  EMFILE: ['so many files may be open at a time', 'raise the limit (`ulimit -n`)'],
  EFBIG: ['a file may be as long', 'write less into it'],
};

/**
 * An error of the file system as a problem of the file that it happened to.
 * @returns nothing for other errors, such as those of processes and connections
 */
export function fileProblem(error: unknown, remedy?: string): LocatedProblem | undefined {
  if (!isNativeError(error)) {
    return undefined;
  }
  const { code = '', path, syscall = '', errno = 0 }: NodeJS.ErrnoException = error;
  if (path === undefined || syscall.startsWith('spawn') || syscall === 'connect') {
    return undefined;
  }
  const [, description = code] = getSystemErrorMap().get(errno) ?? [];
  const [rule, usual] = rules[code] ?? [description, 'see what is special about it (`ls -ld`, `df`)'];
  return { file: path, path: [], value: path, rule: `${rule} (${syscall}: ${code})`, remedy: remedy ?? usual };
}

/** Does something with a file; an error that knows no path, as that of a full disk, gets this one. */
export function withFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isNativeError(error) && 'syscall' in error) {
      Object.assign(error, { path: file });
    }
    throw error;
  }
}
