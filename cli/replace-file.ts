import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { withFile } from './file-error';

/** Writes a file as a whole: nobody reads half of it, and a process that is killed leaves the old one. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}.tmp`;
  withFile(file, () => {
    try {
      writeFileSync(aside, text);
      renameSync(aside, file);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
  });
}
