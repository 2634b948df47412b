import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a process ended, and what it said. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(__dirname, '..', '..');
const loader = pathToFileURL(require.resolve('tsx')).href;
/** What would change where the program reads and writes. */
const ours = /^(LAB|CDKTF|CDK8S)_/;

type Environment = Readonly<Record<string, string>>;

/** Runs main.ts as `npm start` does, from any folder. */
export function runMain(cwd: string, env: Environment = {}, ...args: string[]): Promise<Run> {
  return run(join(root, 'main.ts'), cwd, env, args);
}

/** Runs the `lab` command, from any folder. */
export function runLab(cwd: string, env: Environment, ...args: string[]): Promise<Run> {
  return run(join(root, 'cli', 'lab.ts'), cwd, env, args);
}

function run(program: string, cwd: string, env: Environment, args: readonly string[]): Promise<Run> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', loader, program, ...args],
      { cwd, env: { ...inherited, ...env }, timeout: 20 * 60_000 },
      (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}
