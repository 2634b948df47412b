import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isNativeError } from 'node:util/types';

/** A process of this machine. Its number alone is not enough: numbers are given anew, in containers nearly always the same. */
export interface ProcessName {
  readonly pid: number;
  /** When it started: a word that only this machine understands; `unknown` where it does not say. */
  readonly start: string;
}

const unknown = 'unknown';

/** The process that asks. */
export function thisProcess(): ProcessName {
  return { pid: process.pid, start: startOf(process.pid) ?? unknown };
}

/** Whether a process still runs, and is the one that was meant. One that has ended and waits to be asked how does not. */
export function isRunning({ pid, start }: ProcessName): boolean {
  if (!exists(pid)) {
    return false;
  }
  const found = startOf(pid);
  return found !== undefined && (found === start || found === unknown || start === unknown);
}

function exists(pid: number): boolean {
  try {
    // Sends nothing: asks whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNativeError(error) && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process that exists started; nothing if it has ended. */
function startOf(pid: number): string | undefined {
  const { state, start } = fromKernel(pid) ?? fromPs(pid) ?? { state: '', start: unknown };
  return /^[ZX]/.test(state) ? undefined : start;
}

interface Life {
  /** As `ps` has it: `Z` for what has ended. */
  readonly state: string;
  readonly start: string;
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function fromKernel(pid: number): Life | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program comes first, and may have any character in it.
    const [state = '', ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, start: rest[18] ?? unknown };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): Life | undefined {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env, encoding: 'utf8' });
  const [, state = '', time = ''] = /^\s*(\S+)\s+(\S.*)$/m.exec(stdout) ?? [];
  return time === '' ? undefined : { state, start: time.replace(/\W/g, '') };
}
