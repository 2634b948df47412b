import { spawnSync } from 'node:child_process';

const runs = 5;

/** `time` of the shell counts all threads of a process, and its children. */
const timed = 'TIMEFORMAT=%U; time "$@" >/dev/null 2>&1 3>&1';

/** The median user CPU of whole processes, in milliseconds, after one that fills caches. A command may end with 0 or 1. */
export function medianCpu(...command: readonly string[]): number {
  once(command);
  const sorted = Array.from({ length: runs }, () => once(command)).sort((a, b) => a - b);
  return sorted[Math.floor(runs / 2)] ?? Number.NaN;
}

/** The user CPU of one process, in milliseconds. */
export function once(command: readonly string[]): number {
  const { status, stderr } = spawnSync('bash', ['-c', timed, 'bash', ...command], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) {
    throw new Error(`${command.join(' ')} ended with ${String(status)}`);
  }
  return Number(stderr.trim()) * 1000;
}

/** The most memory of one process, in bytes. */
export function memory(script: string, ...args: readonly string[]): number {
  const program = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`;
  const node = ['--eval', `${program}; require(${JSON.stringify(script)})`, '--', ...args];
  const { stderr } = spawnSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  return Number(stderr.trim().split('\n').at(-1)) * 1024;
}
