import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isRunning, thisProcess } from '../../../cli/process/running';

describe('whether a process runs', () => {
  it('is so for the one that asks', () => {
    expect(isRunning(thisProcess())).toBe(true);
  });

  it('is not so for another one that had its number', () => {
    expect(isRunning({ ...thisProcess(), start: '1' })).toBe(false);
  });

  it('is so where nobody knows when it started', () => {
    expect(isRunning({ pid: process.pid, start: 'unknown' })).toBe(true);
  });

  it('is not so for one that has ended, and whom its parent has not asked how', async () => {
    // The shell becomes a program that asks for no children; the child ends after that, when nobody can write to it any more.
    const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 60'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const child = { pid: Number(said.toString()), start: 'unknown' };
      await until(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8') === 'sleep\n');
      parent.stdin.destroy();
      await until(() => !isRunning(child));
      expect(() => process.kill(child.pid, 0)).not.toThrow();
    } finally {
      parent.kill();
    }
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
