import { chmodSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { LoadSummary } from '../../../lib/load/summary';
import { type Run, runLab } from '../run-main';
import { tempFolder } from '../temp-folder';

const traffic = 'splits: { frontend: 10, backend: follow, ml: follow }';

const summary: LoadSummary = {
  profile: 'smoke',
  verdict: 'FAIL',
  failed: ['split{service:web}: rate<=0.2'],
  requests: 100,
  errorRate: 0.005,
  p95Milliseconds: 12.4,
  services: [
    {
      service: 'web',
      split: 10,
      canaryShare: 0.5,
      pinKept: 1,
      releases: [
        { release: 'stable', answers: 50, errors: 0, p95Milliseconds: 12.4 },
        { release: 'canary', answers: 50, errors: 1, p95Milliseconds: 9 },
      ],
    },
  ],
  unseen: ['store'],
};

/** `lab load` in a folder of its own, with a program in place of k6 that says this and ends like this. */
function load(args: readonly string[], { says = summary, ends = 99, settings = '' } = {}): Promise<Run> {
  const k6 = `#!/bin/sh\n[ -s load-test.json ] && [ -s script.js ] || exit 1\necho progress\necho '${JSON.stringify(says)}' > "$SUMMARY"\nexit ${ends}\n`;
  const folder = tempFolder({ 'settings.yaml': settings, 'traffic.yaml': traffic, k6 });
  chmodSync(join(folder, 'k6'), 0o755);
  const isElsewhere = args.some((arg) => ['--gateway', '--job'].includes(arg)) || settings.includes('existing');
  return runLab(folder, { PATH: folder }, 'load', ...args, ...(isElsewhere ? [] : ['--gateway', gateway]));
}

let gateway: string;
const server = createServer((socket) => socket.destroy());

beforeAll(async () => {
  gateway = `http://127.0.0.1:${await portOf(server)}`;
});

afterAll(() => {
  server.close();
});

function portOf(listening: Server): Promise<number> {
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

describe('lab load', () => {
  it('ends with 1 when a threshold was missed, and says which', async () => {
    const { exitCode, stdout } = await load([]);
    expect(exitCode).toBe(1);
    expect(stdout.split('\n').filter((line) => !/^[┌├└│]/.test(line))).toEqual([
      '100 requests, 0.5 % errors, p95 12 ms',
      'web: 50.0 % canary where the split says 10 %, 100.0 % canary where pinned',
      'store: no answer tells of it',
      'smoke: FAIL',
      '  missed split{service:web}: rate<=0.2',
      '',
    ]);
  });

  it('ends with 0 when none was', async () => {
    const { exitCode, stdout } = await load([], { says: { ...summary, verdict: 'PASS', failed: [] }, ends: 0 });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^smoke: PASS$/m);
  });

  it('keeps stdout for one JSON document, if asked to', async () => {
    const { stdout, stderr } = await load(['--json']);
    expect(JSON.parse(stdout)).toEqual(summary);
    expect(stderr).toContain('progress');
  });

  it('ends with 1 when k6 comes to no verdict', async () => {
    const { exitCode, stdout, stderr } = await load([], { ends: 107 });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('k6 came to no verdict: it ended with 107');
  });

  it('ends with 2 without k6, and says how to get it', async () => {
    const folder = tempFolder({ 'settings.yaml': '', 'traffic.yaml': traffic });
    const { exitCode, stderr } = await runLab(folder, { PATH: folder }, 'load', '--gateway', gateway);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('https://grafana.com/docs/k6/');
    expect(stderr).toContain('kubectl apply -f - --kubeconfig kubeconfig --context kind-mesh-lab');
  });

  it('ends with 1 for a share that k6 let pass and its own counts disprove', async () => {
    const [web] = summary.services;
    const services = web === undefined ? [] : [{ ...web, canaryShare: 0.2, chosen: { answers: 375, canary: 75 } }];
    const says: LoadSummary = { ...summary, verdict: 'PASS', failed: [], requests: 375, services };
    const { exitCode, stdout } = await load([], { says, ends: 0 });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("missed split{service:web}: 75 of 375 answers are the canary's");
  });

  it('says at once that nobody listens', async () => {
    const free = createServer();
    const port = await portOf(free);
    await new Promise((resolve) => free.close(resolve));
    const { exitCode, stderr } = await load(['--gateway', `http://127.0.0.1:${port}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(new RegExp(`^gateway: "127\\.0\\.0\\.1:${port}"`));
    expect(stderr).toContain('npm run lab -- up');
  });

  it.each(['frontend.localhost', 'https://frontend.localhost', 'ftp://127.0.0.1', 'http://127.0.0.1/path'])(
    'ends with 2 when the gateway is %s',
    async (gateway) => {
      const { exitCode, stderr } = await load(['--gateway', gateway]);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^--gateway: /);
    },
  );

  it('asks where the gateway of an existing cluster is', async () => {
    const settings = '{ target: existing, cluster: { context: team } }';
    const { exitCode, stderr } = await load([], { settings });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^--gateway: missing/);
  });

  it('ends with 2 for a profile that there is not', async () => {
    const { exitCode, stderr } = await load(['hard']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('smoke, load, soak, canary-split');
  });
});

describe('lab load --job', () => {
  it('prints the objects of a Job, itself last', async () => {
    const { exitCode, stdout } = await load(['soak', '--job']);
    expect(exitCode).toBe(0);
    const kinds = parseAllDocuments(stdout).map((document) => String(document.get('kind')));
    expect(kinds).toEqual(['Namespace', 'NetworkPolicy', 'ServiceAccount', 'NetworkPolicy', 'ConfigMap', 'Job']);
  });

  it('ends with 2 where http is redirected, which it can not follow', async () => {
    const { exitCode, stderr } = await load(['--job'], { settings: 'httpsRedirect: true' });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^settings\.yaml: httpsRedirect: true\n/);
  });
});
