import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScript } from '../../../cli/load/k6';
import { loadTestOf } from '../../../lib/load/load-test';
import { loadSummary, type LoadSummary } from '../../../lib/load/summary';
import type { Mesh } from '../../../lib/model/mesh';
import type { Split } from '../../../lib/model/traffic';
import { k6 } from '../parts/k6';
import { Program } from '../parts/program';
import { tiers } from '../../telemetry/meshes';
import { type App, type Behaviour, startApp } from './app';

export interface LoadRun {
  readonly exitCode: number | null;
  readonly summary: LoadSummary;
  readonly answered: App['answered'];
}

const pins = [{ header: 'x-canary', value: 'true' }];

/** Two seconds of load, by the lab's own script and the real k6, on an application with this behaviour. */
export async function runLoad(behaviour: Behaviour, backendSplit: Split = 'follow'): Promise<LoadRun> {
  const splits = new Map<string, Split>([
    ['frontend', 30],
    ['backend', backendSplit],
    ['ml', 'follow'],
  ]);
  const mesh: Mesh = { ...tiers, traffic: { pins, splits } };
  const profile = { users: 10, duration: '2s', pause: '20ms' } as const;
  const app = await startApp(behaviour);
  const test = loadTestOf({ mesh, name: 'short', profile, entrance: { scheme: 'http', address: app.address } });
  const program = new Program('k6', [await k6(), 'run', '--quiet', 'script.js'], {
    files: { 'script.js': loadScript(), 'load-test.json': JSON.stringify(test) },
    env: { ...process.env, K6_NO_USAGE_REPORT: 'true', SUMMARY: 'summary.json' },
  });
  try {
    const exitCode = await program.ended();
    const text = readFileSync(join(program.folder, 'summary.json'), 'utf8');
    return { exitCode, summary: loadSummary.parse(JSON.parse(text)), answered: app.answered };
  } finally {
    await program.stop();
    await app.stop();
  }
}
