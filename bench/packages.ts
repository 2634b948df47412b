import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const valueImport = /^import (?!type )(?:[^;]*? from )?['"]([^'"]+)['"]/gm;

/** Every npm module that a program imports for its values, found by following its own imports. */
export function importedModules(entry: string): string[] {
  const seen = new Set<string>();
  const modules = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) {
      return;
    }
    seen.add(file);
    for (const [, module = ''] of readFileSync(file, 'utf8').matchAll(valueImport)) {
      if (module.startsWith('.')) {
        visit(sourceOf(join(dirname(file), module)));
      } else if (!module.startsWith('node:')) {
        modules.add(module);
      }
    }
  };
  visit(entry);
  return [...modules].sort();
}

function sourceOf(path: string): string {
  const [found = join(path, 'index.ts')] = [path, `${path}.ts`].filter(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
  );
  return found;
}
