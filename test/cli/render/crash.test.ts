import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, tempFolder } from '../temp-folder';

const before = {
  'cdktf.out/a.yaml': 'old',
  'cdktf.out/stale.yaml': 'old',
  'cdktf.out/terraform.tfstate': 'not ours',
  'dist/deep/b.yaml': 'old',
  'dist/stale.yaml': 'old',
  'dist/notes.txt': 'not ours',
};

const after = {
  'cdktf.out/a.yaml': 'new',
  'cdktf.out/deep/b.yaml': 'new',
  'cdktf.out/terraform.tfstate': 'not ours',
  'dist/a.yaml': 'new',
  'dist/deep/b.yaml': 'new',
  'dist/notes.txt': 'not ours',
};

const loader = require.resolve('tsx');

/** Publishes, and ends before an operation; 0 for never. @returns whether it came to its end */
function publishUntil(operation: number, cwd: string): boolean {
  const crash = join(__dirname, 'crash');
  const program = ['--import', loader, '--require', join(crash, 'end-at.cjs'), join(crash, 'publish-two.ts')];
  return spawnSync(process.execPath, program, { cwd, env: { ...process.env, END_AT: String(operation) } }).status === 0;
}

/** Without what a process keeps aside. */
function publishedIn(folder: string): object {
  return Object.fromEntries(Object.entries(filesBelow(folder)).filter(([name]) => !name.startsWith('.staging-')));
}

function isCommitted(folder: string): boolean {
  const stagings = readdirSync(folder).filter((name) => name.startsWith('.staging-'));
  return stagings.some((name) => existsSync(join(folder, name, 'journal.json')));
}

describe('a process that is killed while it publishes', () => {
  it('leaves all of the old or a journal by which the next run makes all of it new, whenever it is', () => {
    let crashes = 0;
    for (let operation = 1; ; operation += 1) {
      const folder = tempFolder(before);
      if (publishUntil(operation, folder)) {
        break;
      }
      crashes += 1;
      const published = publishedIn(folder);
      if (!isCommitted(folder) && JSON.stringify(published) !== JSON.stringify(after)) {
        expect({ operation, published }).toEqual({ operation, published: before });
      }
      // Also if the checkout is somewhere else by then.
      const moved = `${folder}-moved`;
      renameSync(folder, moved);
      expect(publishUntil(0, moved)).toBe(true);
      expect({ operation, files: filesBelow(moved) }).toEqual({ operation, files: after });
      rmSync(moved, { recursive: true });
    }
    expect(crashes).toBeGreaterThan(20);
  });

  it.each(['', '[{"from":', '{}', '\0'])('may leave a journal that nobody can read: %j', (text) => {
    const folder = tempFolder({ ...before, '.staging-1/journal.json': text, '.staging-1/dist/a.yaml': 'half' });
    // A process that has ended has the number.
    renameSync(join(folder, '.staging-1'), join(folder, `.staging-${endedProcess()}`));
    expect(publishUntil(0, folder)).toBe(true);
    expect(filesBelow(folder)).toEqual(after);
  });
});

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
