import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Mesh } from '../../../lib/model/mesh';
import { randomMesh } from '../../projections/random-mesh';
import { renderedFiles } from '../../support/render';
import { ApiClient } from './api-client';
import { applyAll, changes, complaints } from './application';
import { type ControlPlane, startControlPlane } from './control-plane';
import { installIstioCrds } from './istio-crds';
import { type Manifest, manifestsIn } from './manifests';
import { podOf } from './pods';

let controlPlane: ControlPlane | undefined;
let client: ApiClient;

beforeAll(async () => {
  controlPlane = await startControlPlane();
  client = new ApiClient(controlPlane.connection);
  await installIstioCrds(client);
});

afterAll(() => controlPlane?.stop());

/** The same meshes on every run, the large ones of many, each in namespaces of its own. */
const meshes = Array.from({ length: 6 }, (_, index): Mesh => {
  const drawn = fc.sample(randomMesh({ services: 20, calls: 40 }, `m${index}`), { seed: index, numRuns: 20 });
  return drawn.reduce((most, mesh) => (weightOf(mesh) > weightOf(most) ? mesh : most));
});

function weightOf({ services, jobs = [], externalCalls = [] }: Mesh): number {
  return services.length + 5 * jobs.length + 5 * externalCalls.length;
}

function manifestsOf(mesh: Mesh): Manifest[] {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-lab-random-'));
  try {
    for (const { name, text } of renderedFiles(mesh)) {
      writeFileSync(join(folder, name), text);
    }
    return manifestsIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a real API server, given meshes that nobody thought of', () => {
  const manifests = meshes.map(manifestsOf);

  it('is given objects of every kind', () => {
    const kinds = new Set(manifests.flat().map(({ object }) => object.kind));
    expect([...kinds].sort()).toEqual([
      'AuthorizationPolicy',
      'CronJob',
      'Deployment',
      'DestinationRule',
      'EnvoyFilter',
      'Gateway',
      'Job',
      'Namespace',
      'NetworkPolicy',
      'PeerAuthentication',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
      'ServiceEntry',
      'Sidecar',
      'Telemetry',
      'VirtualService',
    ]);
  });

  it.each(manifests.map((all, index) => [index, all.length, all] as const))(
    'accepts mesh %d of %d objects, has nothing to warn about, and nothing to change the second time',
    async (_index, _count, all) => {
      const applied = await applyAll(client, all);
      expect(complaints(applied)).toEqual([]);
      expect(changes(applied, await applyAll(client, all))).toEqual([]);
    },
  );

  it('admits a Pod of every workload under the restricted standard', async () => {
    const pods = manifests.flat().flatMap(({ title, object }) => {
      const pod = podOf(object);
      return pod === undefined ? [] : [{ title: `a Pod of ${title}`, pod }];
    });
    const admitted = [];
    for (const { title, pod } of pods) {
      admitted.push({ title, verdict: await client.tryCreate(pod) });
    }
    expect(pods.length).toBeGreaterThan(0);
    expect(complaints(admitted)).toEqual([]);
  });
});
