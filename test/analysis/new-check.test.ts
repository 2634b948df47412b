import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Check } from '../../lib/analysis/checks/check';
import type { CheckCases } from './check-cases';
import { inventoryFrom } from './inputs';
import { casesFolder, checksFolder, placeOf } from './new-check/place';
import { writeCheck } from './new-check/write';

const root = join(__dirname, '..', '..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-check-'));
  for (const folder of [checksFolder, casesFolder]) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  }
});

afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** What a module of the copy exports under a name. */
async function exported<T>(file: string, name: string): Promise<T | undefined> {
  const module: unknown = await import(join(copy, file));
  return z.record(z.string(), z.custom<T>()).parse(module)[name];
}

describe('npm run new-check', () => {
  it('gives the next code of our own', () => {
    const codes = readFileSync(join(root, 'docs', 'checks', 'README.md'), 'utf8').match(/LAB\d{3}/g) ?? [];
    const last = Math.max(...codes.map((code) => Number(code.slice(3))));
    expect(placeOf(copy, 'routing/lost-header').code).toBe(`LAB0${last + 1}`);
  });

  it('makes a check that finds the fault of its cases and nothing else', async () => {
    const files = writeCheck(copy, placeOf(copy, 'schema/lost-header', 'KIA9999'));
    const check = await exported<Check>(files[0] ?? '', 'lostHeader');
    const cases = await exported<CheckCases>(files[2] ?? '', 'lostHeader');
    const count = (texts: Readonly<Record<string, string>> = {}): number[] =>
      Object.values(texts).map((text) => [...(check?.find(inventoryFrom(text)) ?? [])].length);
    expect([count(cases?.broken), count(cases?.clean)]).toEqual([[1], [0]]);
  });

  it.each([checksFolder, casesFolder])('enters it into the table in %s', (folder) => {
    writeCheck(copy, placeOf(copy, 'routing/lost-cookie'));
    const table = readFileSync(join(copy, folder, 'routing', 'table.ts'), 'utf8');
    expect(table).toContain("import { lostCookie } from './lost-cookie';\n");
    expect(table).toMatch(/\n {2}lostCookie,\n\];\n$/);
    rmSync(join(copy, checksFolder, 'routing', 'lost-cookie.ts'));
    rmSync(join(copy, casesFolder, 'routing', 'lost-cookie.ts'));
  });

  it.each([
    ['a name that is taken', 'routing/missing-host', undefined, /missing-host\.ts is there already/],
    ['a code that is taken', 'routing/lost-query', 'KIA1101', /KIA1101 has a check already/],
    ['a code that is none', 'routing/lost-query', 'LAB7', /"LAB7" is no code/],
    ['a folder that is none', 'routes/lost-query', undefined, /no folder "routes".*routing/],
    ['a name in capitals', 'routing/LostQuery', undefined, /write folder\/name/],
    ['a name without a folder', 'lost-query', undefined, /write folder\/name/],
  ])('refuses %s', (_, wanted, code, message) => {
    expect(() => placeOf(copy, wanted, code)).toThrow(message);
  });
});
