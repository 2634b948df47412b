import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryOf } from '../../../lib/analysis/inventory/inventory';
import { readManifests } from '../../../lib/analysis/manifest/read';
import type { Change } from '../../../lib/drill/change';
import { isAsBefore, type Original } from '../../../lib/drill/original';
import { type Scene, sceneOf } from '../../../lib/drill/scene';
import { allDrills } from '../../../lib/drill/table';
import { breakObjects, originalsOf, undo } from '../../../cli/drill/fault';
import { kept } from '../../../cli/drill/record';
import { over, selfSigned } from '../../../cli/drill/self-signed';
import type { KubeObject } from '../../../cli/cluster/kube-object';
import { LabCluster } from './lab-cluster';

let lab: LabCluster;
let scene: Scene;

beforeAll(async () => {
  const traffic =
    "pins: [{ header: x-canary, value: 'true' }]\nsplits: { frontend: 10, backend: follow, ml: follow }\n";
  lab = await LabCluster.start({ traffic, settings: {} });
  const folder = join(lab.folder, 'dist');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const found = sceneOf(inventoryOf(readManifests(files).manifests));
  if (found === undefined) {
    throw new Error('the lab has no canary behind a gateway');
  }
  scene = found;
});

afterAll(() => lab.stop());

const allBack = { failed: [], foreign: [] };

const certificates = { expired: (host: string) => selfSigned(host, over) };

/** The objects of some changes as they are, with whose each field is, without what only a server counts. */
async function states(changes: readonly Change[]): Promise<(KubeObject | undefined)[]> {
  return Promise.all(
    changes.map(async ({ subject: { apiVersion, kind, namespace, name } }) => {
      const metadata = { name, ...(namespace === '' ? {} : { namespace }) };
      return lab.cluster.objects.find({ apiVersion, kind, metadata });
    }),
  );
}

function same(originals: readonly Original[], after: readonly (KubeObject | undefined)[]): boolean[] {
  return originals.map(({ content }, index) => {
    const now = after[index];
    return content === undefined || now === undefined ? content === now : isAsBefore(content, now);
  });
}

describe.each(allDrills.map((drill) => [drill.name, drill] as const))(
  'the drill %s on a real API server',
  (_, drill) => {
    it('is taken, changes its objects, and is undone to the field and to the owner of the field', async () => {
      const { objects } = lab.cluster;
      const changes = drill.changes(scene, certificates);
      const originals = await originalsOf(objects, changes);
      expect(await breakObjects(objects, originals)).toBeUndefined();
      expect(same(originals, await states(changes))).toEqual(changes.map(() => false));
      expect(await undo(objects, originals)).toEqual(allBack);
      expect(same(originals, await states(changes))).toEqual(changes.map(() => true));
    });

    it('leaves nothing that an apply of the files would be in conflict with', async () => {
      const { objects } = lab.cluster;
      const changes = drill.changes(scene, certificates);
      const present = scene.inventory.manifests.filter(({ kind, name, namespace }) =>
        changes.some(
          ({ subject }) => subject.kind === kind && subject.name === name && subject.namespace === namespace,
        ),
      );
      for (const { apiVersion, kind, name, namespace, content } of present) {
        const metadata = { name, ...(namespace === '' ? {} : { namespace }) };
        const verdict = await objects.apply(
          { ...content, apiVersion, kind, metadata: { ...metadata } },
          { dryRun: true },
        );
        expect(verdict.conflicts).toEqual([]);
      }
    });
  },
);

describe('undoing', () => {
  it('may be done twice', async () => {
    const { objects } = lab.cluster;
    const drill = allDrills.find(({ name }) => name === 'wrong-subset');
    const changes = drill?.changes(scene, certificates) ?? [];
    const originals = await originalsOf(objects, changes);
    await breakObjects(objects, originals);
    expect(await undo(objects, originals)).toEqual(allBack);
    expect(await undo(objects, originals)).toEqual(allBack);
    expect(same(originals, await states(changes))).toEqual([true]);
  });
});

describe('undoing after somebody else', () => {
  it('leaves alone what was changed in between, as by a rollback, and says so', async () => {
    const { objects } = lab.cluster;
    const before = await lab.route('frontend');
    const drill = allDrills.find(({ name }) => name === 'wrong-subset');
    const originals = await originalsOf(objects, drill?.changes(scene, certificates) ?? []);
    await breakObjects(objects, originals);
    await lab.edit('frontend', 0);
    expect(await undo(objects, originals)).toEqual({ failed: [], foreign: ['VirtualService frontend/frontend-vs'] });
    expect(JSON.stringify(await lab.route('frontend'))).toContain('"weight":0');
    // As a user would: the files say what it is to be.
    const { apiVersion, kind, name, namespace, content } = scene.entry.routes;
    await objects.apply({ ...content, apiVersion, kind, metadata: { name, namespace } }, { force: true });
    expect((await lab.route('frontend'))?.['spec']).toEqual(before?.['spec']);
  });
});

describe('a drill that is a process', () => {
  let gateway: Server;
  let address: string;

  /** Stands for a gateway and what is behind it: there is no node here to run them. */
  beforeAll(async () => {
    gateway = createServer((_, response) => response.end(JSON.stringify({ name: 'frontend-canary', code: 200 })));
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const own = gateway.address();
    address = `127.0.0.1:${typeof own === 'object' ? (own?.port ?? 0) : 0}`;
  });

  afterAll(() => gateway.close());

  const subset = async (): Promise<boolean> => JSON.stringify(await lab.route('frontend')).includes('canary-v2');

  it('undoes what it did when it is told to end', async () => {
    const before = await lab.route('frontend');
    const drill = lab.lab('drill', 'wrong-subset', '--gateway', address);
    await drill.says(/^broken/m);
    expect(await subset()).toBe(true);
    drill.interrupt();
    const { exitCode, stdout } = await drill.ended;
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^undone .*as before$/m);
    expect(isAsBefore(before ?? {}, (await lab.route('frontend')) ?? {})).toBe(true);
    expect(await kept(lab.cluster.objects)).toBeUndefined();
  });

  it('leaves, when it is killed, all that `lab drill undo` needs', async () => {
    const before = await lab.route('frontend');
    const drill = lab.lab('drill', 'wrong-subset', '--gateway', address);
    await drill.says(/^broken/m);
    await drill.kill();
    const dry = await lab.lab('drill', 'undo', '--dry-run').ended;
    expect([dry.exitCode, dry.stdout]).toEqual([0, expect.stringMatching(/^undone: wrong-subset, .*--dry-run\)$/m)]);
    expect(await subset()).toBe(true);
    const { exitCode, stdout } = await lab.lab('drill', 'undo').ended;
    expect([exitCode, stdout]).toEqual([0, 'undone: wrong-subset, VirtualService frontend/frontend-vs: as before\n']);
    expect(isAsBefore(before ?? {}, (await lab.route('frontend')) ?? {})).toBe(true);
  });

  it('undoes what a killed one has left before it begins, and refuses while another is under way', async () => {
    const killed = lab.lab('drill', 'wrong-subset', '--gateway', address);
    await killed.says(/^broken/m);
    await killed.kill();
    const next = lab.lab('drill', 'empty-subset', '--gateway', address);
    await next.says(/^leftover +undone: wrong-subset/m);
    await next.says(/^broken/m);
    const other = await lab.lab('drill', 'wrong-subset', '--gateway', address).ended;
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toMatch(/the drill empty-subset is under way/);
    next.interrupt();
    await next.ended;
    expect(await subset()).toBe(false);
    expect(await kept(lab.cluster.objects)).toBeUndefined();
  });

  it('says that nothing was left, where nothing was', async () => {
    expect((await lab.lab('drill', 'undo').ended).stdout).toBe('no drill has left anything\n');
  });
});
