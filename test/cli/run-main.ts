import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** How a process ended, and what it said. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(__dirname, '..', '..');
/** What would change where the program reads and writes. */
const ours = /^((LAB|CDKTF|CDK8S)_|INIT_CWD$)/;

type Environment = Readonly<Record<string, string>>;

/** Renders and proves as `npm start` does, from any folder. */
export function runMain(cwd: string, env: Environment = {}, ...args: string[]): Promise<Run> {
  return run('main', cwd, env, args);
}

/** Runs the `lab` command, from any folder. */
export function runLab(cwd: string, env: Environment, ...args: string[]): Promise<Run> {
  return run('lab', cwd, env, args);
}

function run(program: 'lab' | 'main', cwd: string, env: Environment, args: readonly string[]): Promise<Run> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'bin', `${program}.cjs`), ...args],
      { cwd, env: { ...inherited, ...env }, timeout: 20 * 60_000 },
      (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}
