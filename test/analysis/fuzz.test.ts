import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorizationReport } from '../../cli/authz/authz-report';
import { check } from '../../cli/analysis/check';
import { planReport } from '../../cli/analysis/plan';
import { routeReport } from '../../cli/route/route';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { readManifests } from '../../lib/analysis/manifest/read';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';

const runs = 3_000;
const foreign = join(__dirname, 'foreign');

/** Pieces of a few objects each: a small text is broken in more of its places. */
const pieces = [
  ...rendered(threeTiers()),
  ...readdirSync(foreign).map((file) => readFileSync(join(foreign, file), 'utf8')),
].flatMap((text) => {
  const documents = text.split(/^---$/m);
  return documents
    .map((_, start) => documents.slice(start, start + 3).join('---'))
    .filter((_, start) => start % 3 === 0);
});

/** Something done to the bytes at a place: from 0, the beginning, to 1, the end. */
interface Damage {
  readonly at: number;
  readonly length: number;
  readonly kind: 'remove' | 'replace' | 'insert' | 'repeat' | 'move' | 'value' | 'line';
  readonly bytes: string;
  readonly to: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  // Most of what is done to bytes leaves no YAML; what is done to a line leaves YAML that says something else.
  kind: fc.oneof(
    fc.constantFrom('remove', 'replace', 'insert', 'repeat', 'move'),
    fc.constantFrom('value', 'value', 'line'),
  ),
  bytes: fc.oneof(
    fc.constantFrom(
      '-',
      ':',
      '*',
      '&a ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\n',
      '\t',
      '---\n',
      '<<: *a\n',
      '0x',
      '1e999',
      '~',
      '!!binary ',
      '|',
      '%',
    ),
    fc.uint8Array({ minLength: 1, maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom('null', 'true', '-1', '[]', '{}', "''", 'kind', 'List', '(', '.*+?', '999999999999999999999'),
  ),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

function damaged(text: string, { at, length, kind, bytes, to }: Damage): string {
  const place = Math.floor(at * text.length);
  const [before, taken, after] = [text.slice(0, place), text.slice(place, place + length), text.slice(place + length)];
  switch (kind) {
    case 'remove':
      return before + after;
    case 'replace':
      return before + bytes + after;
    case 'insert':
      return before + bytes + taken + after;
    case 'repeat':
      return before + taken.repeat(3) + after;
    case 'value':
      return onLine(text, place, (line) => line.replace(/(: |- ).*/, `$1${bytes}`));
    case 'line':
      return onLine(text, place, () => '');
    case 'move': {
      const rest = before + after;
      const target = Math.floor(to * rest.length);
      return rest.slice(0, target) + taken + rest.slice(target);
    }
  }
}

/** The line at a place is another one. */
function onLine(text: string, place: number, change: (line: string) => string): string {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const end = `${text}\n`.indexOf('\n', place);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

describe('whatever bytes a file has', () => {
  it(
    `analysis comes to an end with a report, ${runs} times`,
    () => {
      const piece = fc.nat(pieces.length - 1);
      const ends = { clean: 0, found: 0, unreadable: 0 };
      fc.assert(
        fc.property(piece, fc.array(damage, { minLength: 1, maxLength: 3 }), (index, damages) => {
          const text = damages.reduce(damaged, pieces[index] ?? '');
          const { manifests, problems } = readManifests([{ name: 'damaged.yaml', text }]);
          const inventory = inventoryOf(manifests);
          const { isFine } = check({ inventory, manifests });
          routeReport(inventory, { header: [] }, []);
          authorizationReport(inventory, {});
          if (index % 10 === 0) {
            planReport({ manifests }, {});
          }
          ends[problems.length > 0 ? 'unreadable' : isFine ? 'clean' : 'found'] += 1;
        }),
        { seed: 20_261_121, numRuns: runs },
      );
      // What never gets through, or always, would prove nothing.
      expect(Math.min(...Object.values(ends))).toBeGreaterThan(runs / 100);
    },
    15 * 60_000,
  );
});
