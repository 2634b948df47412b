import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** Every file of the project, by its path in the checkout: all but what `.gitignore` names. */
export function projectFiles(): string[] {
  return filesIn('', [/^\.git$/, ...textOf('.gitignore').split('\n').filter(Boolean).map(patternOf)]);
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The pages that are written for readers. */
export function pages(): string[] {
  return projectFiles().filter((file) => file.endsWith('.md'));
}

function filesIn(folder: string, ignored: readonly RegExp[]): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored.some((pattern) => pattern.test(path))) {
      return [];
    }
    return entry.isDirectory() ? filesIn(path, ignored) : [path];
  });
}

/** A line of `.gitignore` with a slash in front is about the checkout's own folder, any other about all folders. */
function patternOf(line: string): RegExp {
  const name = line
    .replace(/^\/|\/$/g, '')
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]*');
  return new RegExp(`${line.startsWith('/') ? '^' : '(^|/)'}${name}$`);
}
