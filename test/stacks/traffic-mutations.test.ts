import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { InputError } from '../../lib/input/input-error';
import { defaultSettings } from '../../stacks/settings';
import { threeTierMesh } from '../../stacks/three-tier';
import { readTraffic } from '../../stacks/traffic';

const original = readFileSync(join(__dirname, '..', '..', 'traffic.yaml'), 'utf8');
const mesh = threeTierMesh(defaultSettings, { pins: [], splits: new Map() });

/** The same mutations on every run. */
const sameEveryTime = { seed: 20_260_917, numRuns: 400 };

const snippets = [
  ...['\t', '\n', '\r\n', '  ', ' ', '', '\u0000', '\uFEFF', 'ä', '🙂'],
  ...[':', ': ', '- ', '#', "'", '"', '[', ']', '{', '}', ',', '!', '!!set ', '|', '>', '%', '@', '`', '?', '? '],
  ...['---\n', '...\n', '%YAML 1.1\n', '<<: ', '~', 'null', 'follow', 'frontend', '101', '-1', '10.5', '1e3', '.nan'],
  ...['&a ', '*a', '*a ', '__proto__: 1\n', 'constructor: 1\n', 'splits:\n', 'pins: []\n'],
];

/** What is cut out at a place of the text, and what is written there. */
interface Edit {
  /** From 0, the start, to 1, the end. */
  readonly place: number;
  readonly cut: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
  insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 4 })),
});

function mutate(edits: readonly Edit[]): string {
  return edits.reduce((text, { place, cut, insert }) => {
    const start = Math.floor(place * text.length);
    return text.slice(0, start) + insert + text.slice(start + cut);
  }, original);
}

function isReadOrReported(text: string): void {
  const { value, problems } = readTraffic({ name: 'traffic.yaml', text }, mesh);
  expect(problems.length > 0).toBe(value === undefined);
  for (const { file, line } of problems) {
    expect(file).toBe('traffic.yaml');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(text.split('\n').length);
  }
  expect(() => new InputError(problems)).not.toThrow();
}

describe('whatever is done to traffic.yaml', () => {
  it('starts from a file without problems', () => {
    expect(readTraffic({ name: 'traffic.yaml', text: original }, mesh).problems).toEqual([]);
  });

  it('it is read, or its problems are reported with file and line', () => {
    const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      isReadOrReported(mutate(edits));
    });
    fc.assert(property, sameEveryTime);
  });
});
