import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Folders beside rendered files. Their objects are the same by name as those of the files around, so whoever reads these
 * leaves the folders out, as `kubectl apply -f` does.
 */
export const folders = {
  /** What takes the place of the files in a rollback. */
  rollback: 'rollback',
  /** The same objects by name alone, in the order in which they may be deleted. */
  remove: 'remove',
} as const;

const rendered = /(^|\/)(rollback|remove)\/\d{4}-[^/]+\.k8s\.yaml$/;

/** Whether a file is in one of the folders. */
export function isBeside(file: string): boolean {
  return rendered.test(file);
}

/** The files in one of the folders beside some others, in their order. */
export function filesBeside(folder: keyof typeof folders, files: readonly string[]): string[] {
  return [...new Set(files.map((file) => join(dirname(file), folders[folder])))].flatMap((path) => {
    try {
      return readdirSync(path)
        .map((name) => join(path, name))
        .filter(isBeside)
        .sort();
    } catch {
      return [];
    }
  });
}
