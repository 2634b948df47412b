import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesFolder, checksFolder, type Place } from './place';
import { casesTemplate, checkTemplate, tableWith } from './templates';

/**
 * Writes a check and its cases, and enters both into their tables.
 * @returns the files that are new or changed, relative to the root
 */
export function writeCheck(root: string, { folder, name, code }: Place): string[] {
  const table = (parent: string): [string, string] => {
    const file = join(parent, folder, 'table.ts');
    return [file, tableWith(name, readFileSync(join(root, file), 'utf8'))];
  };
  const files: [file: string, text: string][] = [
    [join(checksFolder, folder, `${name}.ts`), checkTemplate(name, code)],
    table(checksFolder),
    [join(casesFolder, folder, `${name}.ts`), casesTemplate(name, code)],
    table(casesFolder),
  ];
  for (const [file, text] of files) {
    writeFileSync(join(root, file), text);
  }
  return files.map(([file]) => file);
}
