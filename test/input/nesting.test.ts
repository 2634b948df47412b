import { LineCounter } from 'yaml';
import { documentsIn, nestsTooDeep } from '../../lib/input/nesting';

/** Every way to write values in values, so many of them. */
const nested: readonly [string, (levels: number) => string][] = [
  ['lists in brackets', (levels) => `${'['.repeat(levels)}${']'.repeat(levels)}`],
  ['brackets that stay open', (levels) => '['.repeat(levels)],
  ['brackets behind quoted ones', (levels) => `${'["]",'.repeat(levels)}${']'.repeat(levels)}`],
  ['mappings in braces', (levels) => `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
  ['JSON', (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
  ['mappings, indented', (levels) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ['lists, indented', (levels) => `${'- '.repeat(levels)}x`],
  ['keys of keys', (levels) => `${'? '.repeat(levels)}x`],
];

function read(text: string) {
  return documentsIn(text, new LineCounter(), { prettyErrors: false, logLevel: 'silent' });
}

describe.each(nested)('a document of %s', (_, levelsOf) => {
  it('is read up to 200 levels', () => {
    expect(read(levelsOf(200)).tooDeep).toEqual([]);
  });

  it.each([201, 1_000, 3_000])('of %d levels says where, and ends nothing', (levels) => {
    const text = levelsOf(levels);
    const { documents, tooDeep } = read(`a: 1\n---\n${text}\n---\nb: 2`);
    expect(tooDeep).toHaveLength(1);
    expect(tooDeep[0]).toBeGreaterThan(200);
    expect(documents.map((document): unknown => document.toJS())).toEqual([{ a: 1 }, null, { b: 2 }]);
  });
});

describe('values', () => {
  const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);

  it('nest 200 levels deep at most', () => {
    expect([0, 200, 201, 100_000].map((levels) => nestsTooDeep(deep(levels)))).toEqual([false, false, true, true]);
  });
});
