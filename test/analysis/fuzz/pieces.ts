import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { allCases } from '../cases/table';

const foreign = join(__dirname, '..', 'foreign');
const objectsOfPiece = 3;

/** YAML of a few objects each, of every kind that anything here reads: a small text is broken in more of its places. */
export const pieces: readonly string[] = [
  ...[
    ...rendered(threeTiers()),
    ...readdirSync(foreign).map((file) => readFileSync(join(foreign, file), 'utf8')),
  ].flatMap((text) => {
    const documents = text.split(/^---$/m);
    return documents
      .map((_, start) => documents.slice(start, start + objectsOfPiece).join('---'))
      .filter((_, start) => start % objectsOfPiece === 0);
  }),
  ...allCases.flatMap(({ broken, clean }) => [...Object.values(broken), ...Object.values(clean)]),
];
