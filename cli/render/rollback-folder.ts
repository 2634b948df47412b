import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Folder beside rendered files with what takes their place in a rollback. Its objects are the same by name, so whoever reads
 * the files around it leaves it out, as `kubectl apply -f` does.
 */
export const rollbackFolder = 'rollback';

const rendered = /(^|\/)rollback\/\d{4}-[^/]+\.k8s\.yaml$/;

/** Whether a file takes the place of another in a rollback. */
export function isRollback(file: string): boolean {
  return rendered.test(file);
}

/** The files that take the place of some others in a rollback, in the order in which they are applied. */
export function rollbackFilesBeside(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => join(dirname(file), rollbackFolder)))].flatMap((folder) => {
    try {
      return readdirSync(folder)
        .map((name) => join(folder, name))
        .filter(isRollback)
        .sort();
    } catch {
      return [];
    }
  });
}
