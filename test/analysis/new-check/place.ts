import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a new check goes, and what it is called. */
export interface Place {
  readonly folder: string;
  readonly name: string;
  readonly code: string;
}

export const checksFolder = join('lib', 'analysis', 'checks');
export const casesFolder = join('test', 'analysis', 'cases');

/**
 * @param wanted `routing/lost-header`
 * @param code of Kiali or istioctl. @default - the next one of our own that is free
 * @throws Error that says what is wrong with either, and what to write
 */
export function placeOf(root: string, wanted: string, code?: string): Place {
  const [, folder = '', name = ''] = /^([a-z-]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(wanted) ?? [];
  if (name === '') {
    throw new Error(`"${wanted}" is no place for a check: write folder/name, like routing/lost-header`);
  }
  const folders = foldersOf(root);
  if (!folders.includes(folder)) {
    throw new Error(`there is no folder "${folder}" of checks: write one of ${folders.join(', ')}`);
  }
  for (const file of [checksFolder, casesFolder].map((one) => join(one, folder, `${name}.ts`))) {
    if (existsSync(join(root, file))) {
      throw new Error(`${file} is there already: choose another name`);
    }
  }
  return { folder, name, code: freeCode(root, code) };
}

/** The folders that have checks and cases. */
function foldersOf(root: string): string[] {
  const hasTable = (parent: string, folder: string): boolean => existsSync(join(root, parent, folder, 'table.ts'));
  return readdirSync(join(root, checksFolder)).filter(
    (folder) => hasTable(checksFolder, folder) && hasTable(casesFolder, folder),
  );
}

function freeCode(root: string, wanted: string | undefined): string {
  const taken = takenCodes(root);
  const last = Math.max(...taken.filter((code) => code.startsWith('LAB')).map((code) => Number(code.slice(3))));
  const next = `LAB${String(last + 1).padStart(3, '0')}`;
  if (wanted !== undefined && !/^((IST|KIA)\d{4}|LAB\d{3})$/.test(wanted)) {
    throw new Error(
      `"${wanted}" is no code: write one of istioctl (IST0123), of Kiali (KIA0123), or leave it out for ${next}`,
    );
  }
  if (wanted !== undefined && taken.includes(wanted)) {
    throw new Error(`${wanted} has a check already: extend that, or leave the code out for ${next}`);
  }
  return wanted ?? next;
}

/** The codes of all checks, as they stand in their files. */
function takenCodes(root: string): string[] {
  const folder = join(root, checksFolder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^\s+code: '(\w+)',$/gm)].map(([, code = '']) => code),
  );
}
