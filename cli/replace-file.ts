import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file as a whole: nobody reads half of it, and a process that is killed leaves the old one. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
