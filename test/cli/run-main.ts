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

/** Runs main.ts as `npm start` does, from any folder. */
export function runMain(cwd: string, env: Readonly<Record<string, string>> = {}, ...args: string[]): Promise<Run> {
  return run(join(root, 'main.ts'), cwd, env, args);
}

/** Runs the `lab` command as `npm run lab` does, from any folder. */
export function runLab(cwd: string, ...args: string[]): Promise<Run> {
  return run(join(root, 'cli', 'lab.ts'), cwd, {}, args);
}

function run(
  program: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Run> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return new Promise((resolve) => {
    const command = ['--import', loader, program, ...args];
    const child = execFile(
      process.execPath,
      command,
      { cwd, env: { ...inherited, ...env }, timeout: 50_000 },
      (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode, stdout, stderr });
      },
    );
  });
}
