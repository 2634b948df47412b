import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { thisProcess } from '../../../cli/process/running';
import { takeTurn } from '../../../cli/render/turn';
import { tempFolder } from '../temp-folder';

const program = join(__dirname, 'turn', 'take-turns.ts');
const children: ChildProcess[] = [];

/** A process that takes turns; its output says when. */
function others(folder: string, times: number, milliseconds: number): ChildProcess {
  const args = ['--import', require.resolve('tsx'), program, folder, String(times), String(milliseconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  return child;
}

/** A process that has the turn until it is ended. */
async function holder(folder: string): Promise<ChildProcess> {
  const child = others(folder, 1, 20 * 60_000);
  await once(child.stdout ?? child, 'data');
  return child;
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<unknown> {
  const end = once(child, 'exit');
  if (signal !== undefined) {
    child.kill(signal);
  }
  const [status] = (await end) as unknown[];
  return status;
}

const never = new AbortController().signal;
let told: jest.SpyInstance;

beforeEach(() => {
  told = jest.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  told.mockRestore();
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
});

describe('the turn to publish', () => {
  it('comes at once where nobody else publishes, in a folder that may have to be made', async () => {
    const folder = join(tempFolder(), 'deep');
    const mine = await takeTurn(folder, never);
    expect([readdirSync(folder).map((name) => join(folder, name)), readdirSync(mine)]).toEqual([[mine], []]);
    expect(told).not.toHaveBeenCalled();
  });

  it('is waited for, which is told with the process, until the one before has ended', async () => {
    const folder = tempFolder();
    const before = await holder(folder);
    const turn = takeTurn(folder, never);
    const names = readdirSync(folder).filter((name) => name.startsWith('.staging-'));
    expect(names).toHaveLength(2);
    await ended(before, 'SIGKILL');
    const mine = await turn;
    expect(readdirSync(folder).filter((name) => name.startsWith('.staging-'))).toEqual([mine.slice(folder.length + 1)]);
    expect(told.mock.calls).toEqual([[expect.stringMatching(`^waiting for process ${before.pid ?? ''}, .*60 s`)]]);
  });

  it('is given up after a while, with the process and a remedy, and nothing is left', async () => {
    const folder = tempFolder();
    const { pid } = await holder(folder);
    const names = readdirSync(folder);
    await expect(takeTurn(folder, never, 300)).rejects.toMatchObject({
      name: 'InputError',
      problems: [{ value: pid, remedy: expect.stringContaining(`kill ${pid ?? ''}`) as string }],
    });
    expect(readdirSync(folder)).toEqual(names);
  });

  it('can be waited for no longer, and nothing is left', async () => {
    const folder = tempFolder();
    await holder(folder);
    const names = readdirSync(folder);
    const controller = new AbortController();
    const turn = takeTurn(folder, controller.signal);
    controller.abort(new Error('enough'));
    await expect(turn).rejects.toThrow('enough');
    expect(readdirSync(folder)).toEqual(names);
  });

  it('is no longer that of a process that was killed', async () => {
    const folder = tempFolder();
    await ended(await holder(folder), 'SIGKILL');
    await takeTurn(folder, never, 0);
    expect(told).not.toHaveBeenCalled();
  });

  it('is not that of another process that has the same number by now', async () => {
    const folder = tempFolder();
    const mine = await takeTurn(folder, never);
    const earlier = mine.replace(`-${thisProcess().start}-`, '-1-');
    rmSync(mine, { recursive: true });
    mkdirSync(earlier);
    expect(await takeTurn(folder, never, 0)).not.toBe(earlier);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is that of a process elsewhere, whom nobody here can ask, until its folder has not changed for a while', async () => {
    const name = '.staging-1-1-1-elsewhere';
    const folder = tempFolder({ [`${name}/dist/a.yaml`]: 'a' });
    const inAnHour = Date.now() / 1000 + 3600;
    utimesSync(join(folder, name), inAnHour, inAnHour);
    await expect(takeTurn(folder, never, 100)).rejects.toThrow('process 1 of elsewhere has not come to its end');
    utimesSync(join(folder, name), 0, 0);
    await expect(takeTurn(folder, never)).resolves.toContain('.staging-2-');
    expect(readdirSync(folder)).not.toContain(name);
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    'leaves alone what another user has left, whose journal may say anything',
    async () => {
      const name = '.staging-1-1-1-elsewhere';
      const folder = tempFolder({ [`${name}/journal.json`]: '[{"from":"a","to":"../b","files":["c"],"stale":[]}]' });
      chownSync(join(folder, name), 65_534, 65_534);
      utimesSync(join(folder, name), 0, 0);
      await takeTurn(folder, never);
      expect(readdirSync(join(folder, name))).toEqual(['journal.json']);
    },
  );

  it('is that of one at a time, whoever comes when', async () => {
    const folder = tempFolder();
    const all = Array.from({ length: 6 }, () => others(folder, 15, 1));
    expect(await Promise.all(all.map((child) => ended(child)))).toEqual(all.map(() => 0));
    expect(readdirSync(folder)).toEqual([]);
  });
});
