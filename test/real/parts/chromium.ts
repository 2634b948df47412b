import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const packaged = '/usr/bin/chromium';
const remedy = 'Install the Debian package chromium, or set CHROMIUM to the path of a Chromium.';

/** The path of Chromium: the one that CHROMIUM names, or that of the Debian package, which root installs where it is missing. */
export function chromium(): string {
  const path = process.env['CHROMIUM'] || packaged;
  if (isFile(path)) {
    return path;
  }
  if (path !== packaged) {
    throw new Error(`CHROMIUM is ${path}, which is no file`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`There is no ${packaged}, and only root can install it. ${remedy}`);
  }
  process.stderr.write('Installing the Debian package chromium, once: about 1 minute\n');
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', 'chromium');
  return packaged;
}

function aptGet(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 600_000 });
  if (error !== undefined || status !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed: ${error?.message ?? stderr}\n${remedy}`);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
