import { isAbsolute, relative, sep } from 'node:path';

/**
 * The name of a file as a URI reference, from the current folder where it lies below that: CI systems find their sources by
 * it.
 */
export function uriOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return path
    .split(sep)
    .filter((part) => part !== '.')
    .map(encodeURIComponent)
    .join('/');
}
