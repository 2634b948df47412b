import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
    // The shell becomes a program that asks for no children.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const child = { pid: Number(said.toString()), start: 'unknown' };
      while (isRunning(child)) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(() => process.kill(child.pid, 0)).not.toThrow();
    } finally {
      parent.kill();
    }
  });
});
