import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
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

/** Publishes, and ends before an operation; 0 for never. */
function publishing(operation: number, cwd: string): SpawnSyncReturns<string> {
  const crash = join(__dirname, 'crash');
  const program = ['--import', loader, '--require', join(crash, 'end-at.cjs'), join(crash, 'publish-two.ts')];
  const env = { ...process.env, END_AT: String(operation) };
  return spawnSync(process.execPath, program, { cwd, env, encoding: 'utf8' });
}

/** @returns whether it came to its end */
function publishUntil(operation: number, cwd: string): boolean {
  return publishing(operation, cwd).status === 0;
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

  it.each(['', '[{"from":', '{}', '\0'])('may leave a journal that nobody can read, which is kept: %j', (text) => {
    const name = `1-${endedProcess()}-1-${hostname()}`;
    const folder = tempFolder({
      ...before,
      [`.staging-${name}/journal.json`]: text,
      [`.staging-${name}/dist/a.yaml`]: 'half',
    });
    const { status, stderr } = publishing(0, folder);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/rule: .*journal[^]*remedy: /) as string,
    });
    expect(stderr).toContain(join(folder, `.staging-damaged-${name}`, 'journal.json'));
    expect(filesBelow(folder)).toEqual({
      ...after,
      [`.staging-damaged-${name}/journal.json`]: text,
      [`.staging-damaged-${name}/dist/a.yaml`]: 'half',
    });
  });
});

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
