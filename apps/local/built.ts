import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type Release, releases } from '../tiers';

/** What the tiers become on this machine, without containers. */
const built = join(__dirname, '..', '.built');

const [frontend, backend, ml] = [folderOf('frontend'), folderOf('backend'), folderOf('ml')];

/** The Python that has what `requirements-build.txt` of the ml tier says. */
export const python = join(built, 'venv', 'bin', 'python');
/** The program of the backend. */
export const backendProgram = join(built, 'backend');
/** The folder from which the frontend is started: `node start.mjs`. */
export const site = join(built, 'site');

/** The file with the model of a release. */
export function modelOf(release: Release): string {
  return join(built, `${release}.npz`);
}

/** Installs what the frontend needs, from its lockfile. */
export function installFrontend(): void {
  once('frontend-packages', [join(frontend, 'package-lock.json')], join(frontend, 'node_modules'), () => {
    run('npm', ['ci', '--no-audit', '--no-fund'], frontend, 'install Node.js with npm');
  });
}

/** Builds the frontend as its image has it. */
export function buildFrontend(): void {
  installFrontend();
  run('npm', ['run', 'build'], frontend, 'mend what is said above');
  rmSync(site, { recursive: true, force: true });
  const output = join(frontend, '.next');
  cpSync(join(output, 'standalone'), site, { recursive: true });
  cpSync(join(output, 'static'), join(site, '.next', 'static'), { recursive: true });
  for (const each of ['public', 'start.mjs']) {
    cpSync(join(frontend, each), join(site, each), { recursive: true });
  }
}

/** Builds the backend; Go itself knows what is up to date. */
export function buildBackend(): void {
  mkdirSync(built, { recursive: true });
  run('go', ['build', '-o', backendProgram, '.'], backend, 'install Go 1.25 or later');
}

/** Installs what the ml tier needs, in versions and with hashes that are written down, and trains its models. */
export function buildMl(): void {
  const requirements = join(ml, 'requirements-build.txt');
  once('ml-packages', [requirements], python, () => {
    rmSync(join(built, 'venv'), { recursive: true, force: true });
    run('python3', ['-m', 'venv', join(built, 'venv')], ml, 'install Python 3.11 or later, with venv');
    const options = ['--quiet', '--no-input', '--disable-pip-version-check', '--require-hashes'];
    run(python, ['-m', 'pip', 'install', ...options, '--requirement', requirements], ml, 'see that PyPI is reachable');
  });
  for (const release of releases) {
    const model = modelOf(release);
    once(`${release}-model`, [requirements, join(ml, 'train.py'), join(ml, 'model.py')], model, () => {
      run(python, ['-B', 'train.py', release, model], ml, 'mend what is said above');
    });
  }
}

/** Does some work unless its product is there, made of the same files. */
function once(what: string, inputs: readonly string[], product: string, work: () => void): void {
  const hash = createHash('sha256');
  inputs.forEach((input) => hash.update(readFileSync(input)));
  const digest = hash.digest('hex');
  const mark = join(built, `${what}.sha256`);
  if (existsSync(product) && existsSync(mark) && readFileSync(mark, 'utf8') === digest) {
    return;
  }
  mkdirSync(built, { recursive: true });
  rmSync(mark, { force: true });
  work();
  writeFileSync(mark, digest);
}

/** Ten minutes: what takes longer hangs, on a network that answers nothing. */
const patience = 600_000;

function run(command: string, args: readonly string[], cwd: string, remedy: string): void {
  const line = [command, ...args].join(' ');
  process.stderr.write(`${line}\n`);
  // Nothing that is built here tells its makers.
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2], timeout: patience });
  if (error !== undefined || status !== 0) {
    throw new Error(`\`${line}\` failed: ${error?.message ?? 'see above'}\n  remedy: ${remedy}`);
  }
}
