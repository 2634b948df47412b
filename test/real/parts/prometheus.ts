import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type PrometheusProgram = 'prometheus' | 'promtool';

/**
 * The path of Prometheus or of its tool: from the folder PROMETHEUS_DIR, which holds both, or from the PATH. A folder that
 * lacks the program is a mistake to tell, not one to paper over with another version.
 */
export function prometheusProgram(program: PrometheusProgram): string {
  const folder = process.env['PROMETHEUS_DIR'];
  if (folder) {
    const binary = join(folder, program);
    if (!isProgram(binary)) {
      throw new Error(`PROMETHEUS_DIR is ${folder}, which holds no ${program}`);
    }
    return binary;
  }
  const found = (process.env['PATH'] ?? '').split(delimiter).map((each) => join(each, program));
  const binary = found.find(isProgram);
  if (binary === undefined) {
    throw new Error(`${program} is not on the PATH. ${remedy}`);
  }
  return binary;
}

const remedy =
  'Install the Debian package prometheus, or set PROMETHEUS_DIR to a folder that holds prometheus and promtool.';

/** Installs the Debian package where Prometheus is missing; the service that comes with it is not started. */
export function installPrometheus(): void {
  const programs: readonly PrometheusProgram[] = ['prometheus', 'promtool'];
  const isThere = (program: PrometheusProgram): boolean => {
    try {
      return isProgram(prometheusProgram(program));
    } catch {
      return false;
    }
  };
  if (process.env['PROMETHEUS_DIR'] || programs.every(isThere)) {
    programs.forEach(prometheusProgram);
    return;
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Prometheus is not on the PATH, and only root can install it. ${remedy}`);
  }
  process.stderr.write('Installing the Debian package prometheus, once: about 1 minute\n');
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', 'prometheus');
}

function aptGet(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const { status, error, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (error !== undefined || status !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed: ${error?.message ?? stderr}\n${remedy}`);
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
