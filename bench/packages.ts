import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['main.ts', 'cli', 'stacks', 'lib', 'imports'];
const valueImport = /^import (?!type )[^;]*? from ['"]([^.'"][^'"]*)['"]/gm;

/** Every npm module that the program imports for its values, found in its own text. */
export function importedModules(root: string): string[] {
  const files = sources.flatMap((source) =>
    source.endsWith('.ts')
      ? [source]
      : readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).map((file) => join(source, file)),
  );
  const modules = files
    .filter((file) => file.endsWith('.ts') && file !== 'imports/generate.ts')
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(valueImport)].map(([, module]) => module ?? ''),
    );
  return [...new Set(modules)].filter((module) => !module.startsWith('node:')).sort();
}
