import fc from 'fast-check';
import { ApiClient } from '../api/api-client';
import { type ControlPlane, startControlPlane } from '../api/control-plane';
import { installIstioCrds } from '../api/istio-crds';
import { Court, isAgreed, isOpen } from './court';
import { changes } from './changed-meshes';
import { connections } from './connection-meshes';
import { edges } from './edge-meshes';
import { entries } from './entry-meshes';
import { guardedMesh } from './guarded-mesh';
import { guardedMeshes } from './guarded-meshes';
import { hosts } from './host-meshes';
import { type Istiod, startIstiod } from './istiod';
import type { JudgedMesh } from './probes';
import { routedMesh } from './routed-mesh';
import { subsets } from './subset-meshes';

/** The same meshes in every run: a difference is to be found again. */
const seed = 20261127;

function random(name: string, arbitrary: fc.Arbitrary<Omit<JudgedMesh, 'title'>>, count: number): JudgedMesh[] {
  return fc.sample(arbitrary, { seed, numRuns: count }).map((mesh, index) => ({ ...mesh, title: `${name} ${index}` }));
}

describe('what the analysis says, judged by istiod and Envoy', () => {
  let plane: ControlPlane;
  let istiod: Istiod;
  let court: Court;
  const counts = { probes: 0, agreed: 0, open: 0, different: 0 };

  beforeAll(async () => {
    plane = await startControlPlane();
    const client = new ApiClient(plane.connection);
    await installIstioCrds(client);
    istiod = await startIstiod(plane.endpoint);
    court = new Court(client, istiod);
  });

  afterAll(async () => {
    const { probes, agreed, open, different } = counts;
    process.stdout.write(`${probes} probes: ${agreed} agreements, ${different} disagreements, ${open} left open\n`);
    await istiod.stop();
    await plane.stop();
  });

  const meshes = [
    ...connections,
    ...edges,
    ...hosts,
    ...entries,
    ...changes,
    ...subsets,
    ...guardedMeshes,
    ...random('random routes', routedMesh, 25),
    ...random('random policies', guardedMesh, 15),
  ];
  it.each(meshes.map((mesh) => [mesh.title, mesh] as const))('%s', async (_, mesh) => {
    const cases = await court.cases(mesh);
    const different = cases.filter((one) => !isAgreed(one));
    const open = cases.filter((one) => isAgreed(one) && isOpen(one));
    counts.probes += cases.length;
    counts.different += different.length;
    counts.open += open.length;
    counts.agreed += cases.length - different.length - open.length;
    expect(different.map(({ probe, ours }) => ({ probe, answer: ours }))).toEqual(
      different.map(({ probe, theirs }) => ({ probe, answer: theirs })),
    );
    expect(cases.length).toBeGreaterThan(0);
  });
});
