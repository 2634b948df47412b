import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitWith } from '../../cli/exit';
import { withFinish } from '../../cli/interrupt';
import { print } from '../../cli/print';
import { folderOf, type Release, releases, type Tier, tiers } from '../tiers';
import { backendProgram, buildBackend, buildMl, installFrontend, modelOf, python } from './built';

/**
 * Runs the three tiers on loopback, without containers, until the first of them ends or Ctrl-C is pressed. The frontend is
 * in development mode: what is changed is seen at once.
 */
void exitWith(async () => {
  const release = releases.find((each) => each === (process.argv[2] ?? 'stable'));
  if (release === undefined) {
    throw new Error(`there is no release ${String(process.argv[2])}\n  remedy: write stable or canary, or nothing`);
  }
  buildMl();
  buildBackend();
  installFrontend();
  const running: ChildProcess[] = [];
  await withFinish(
    async (stop) => {
      running.push(...tiers.map(({ name }) => start(name, release)));
      print('3RVision is coming up: http://127.0.0.1:3000, Ctrl-C ends it');
      const first = await Promise.race([...running.map(ended), aborted(stop)]);
      throw new Error(`${first}: its last lines are above`);
    },
    async () => {
      const ends = running.map(ended);
      running.forEach((child) => child.kill('SIGTERM'));
      await Promise.all(ends);
    },
  );
});

function start(tier: Tier, release: Release): ChildProcess {
  const [command, ...args] = commandOf(tier);
  const { port } = tiers.find(({ name }) => name === tier) ?? {};
  const env = {
    ...process.env,
    NAME: `${tier}-${release}`,
    LISTEN_ADDR: `127.0.0.1:${port}`,
    MODEL: modelOf(release),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  return spawn(command, args, { cwd: folderOf(tier), env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function commandOf(tier: Tier): [string, ...string[]] {
  switch (tier) {
    case 'ml':
      return [python, '-B', 'main.py'];
    case 'backend':
      return [backendProgram];
    case 'frontend': {
      const next = join(folderOf('frontend'), 'node_modules', 'next', 'dist', 'bin', 'next');
      return [process.execPath, next, 'dev', '--hostname', '127.0.0.1', '--port', '3000'];
    }
  }
}

/** Resolves with who ended and how. */
function ended(child: ChildProcess): Promise<string> {
  const how = (): string => `${child.spawnfile} ended with ${child.signalCode ?? child.exitCode ?? 'an error'}`;
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(how());
  }
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve(how());
    });
    child.once('error', ({ message }) => {
      resolve(`${child.spawnfile} did not start: ${message}`);
    });
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
