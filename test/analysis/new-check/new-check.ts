/** Begins a check: `npm run new-check -- routing/lost-header [KIA1234]`. docs/how-to/write-a-check.md goes on from there. */
import { join } from 'node:path';
import { placeOf } from './place';
import { writeCheck } from './write';

const root = join(__dirname, '..', '..', '..');

try {
  const [wanted = '', code] = process.argv.slice(2);
  const place = placeOf(root, wanted, code);
  const files = writeCheck(root, place);
  console.log([`${place.code}:`, ...files.map((file) => `  ${file}`)].join('\n'));
  console.log('Write what stands as TODO, then `npm test -- test/analysis -u`, and read what it keeps.');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
