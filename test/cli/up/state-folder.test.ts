import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrivate } from '../../../cli/up/state-folder';
import { tempFolder } from '../temp-folder';

describe('the folder of the state', () => {
  it.each([
    ['is made', () => undefined],
    [
      'is there already, for everybody to read',
      (folder: string) => {
        mkdirSync(folder, { mode: 0o755 });
      },
    ],
  ])('is for this user alone where it %s', (_, before) => {
    const folder = join(tempFolder(), 'state');
    before(folder);
    keepPrivate(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
