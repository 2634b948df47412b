import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../lib/input/input-error';
import type { LoadTest } from '../../lib/load/load-test';
import { withFile } from '../file-error';
import { packageRoot } from '../package-root';
import { loadSummary, type LoadSummary } from '../../lib/load/summary';

/** How k6 says that a threshold was missed. */
const missedThresholds = 99;

/** The k6 script that carries a load test out. */
export function loadScript(): string {
  return readFileSync(join(packageRoot, 'lib', 'load', 'script.js'), 'utf8');
}

/**
 * Carries a load test out with the k6 on the PATH. What k6 says goes to stderr, as progress does.
 * @param kubectlOptions how kubectl is told the cluster, for who runs it there instead
 * @throws InputError if there is no k6
 * @throws Error if k6 did not come to a verdict
 */
export function runK6(test: LoadTest, kubectlOptions: string): LoadSummary {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-load-'));
  try {
    write(join(folder, 'script.js'), loadScript());
    write(join(folder, 'load-test.json'), JSON.stringify(test));
    const { status, signal, error } = spawnSync('k6', ['run', 'script.js'], {
      cwd: folder,
      env: { ...process.env, K6_NO_USAGE_REPORT: 'true', SUMMARY: 'summary.json' },
      stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    });
    if (error !== undefined) {
      throw new InputError([noK6(test, kubectlOptions)]);
    }
    if (status !== 0 && status !== missedThresholds) {
      throw new Error(`k6 came to no verdict: it ended with ${status ?? signal}`);
    }
    return loadSummary.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(file: string, text: string): void {
  withFile(file, () => {
    writeFileSync(file, text);
  });
}

function noK6({ profile }: LoadTest, kubectlOptions: string) {
  const install = 'install it (https://grafana.com/docs/k6/latest/set-up/install-k6/)';
  const inside = `run the load inside the cluster: \`npm run lab --silent -- load ${profile} --job | kubectl apply -f - ${kubectlOptions}\``;
  return { file: 'PATH', path: ['k6'], value: undefined, rule: 'k6 is installed', remedy: `${install}, or ${inside}` };
}
