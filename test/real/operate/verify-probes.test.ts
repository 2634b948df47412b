import { setTimeout as delay } from 'node:timers/promises';
import { isQuestion } from '../../../lib/verify/question';
import { inventoryOf } from '../../../lib/analysis/inventory/inventory';
import { authorizationItems, type Live } from '../../../lib/verify/plan';
import { layerItems } from '../../../lib/verify/layer-items';
import { managedBy, type Probe, strangersNamespace } from '../../../lib/verify/probe';
import { Probes } from '../../../cli/verify/probes';
import { driftRows } from '../../../cli/verify/drift';
import { readInventory } from '../../../cli/read/read-inventory';
import { join } from 'node:path';
import { LabCluster } from './lab-cluster';

const live: Live = { addressesOf: () => ['10.0.0.1'], hasService: () => true };
const selector = Object.entries(managedBy).map(([key, value]) => `${key}=${value}`);
const never = new AbortController().signal;

let lab: LabCluster;
let probes: Probe[];

beforeAll(async () => {
  lab = await LabCluster.start({ traffic: 'splits: { frontend: 10, backend: follow, ml: follow }\n', settings: {} });
  const { manifests } = readInventory([join(lab.folder, 'dist')]);
  const inventory = inventoryOf(manifests);
  const items = [...authorizationItems(inventory, live), ...layerItems(inventory, live)];
  const all = items.filter(isQuestion).flatMap(({ probe }) => probe ?? []);
  probes = [...new Map(all.map((probe) => [probe.key, probe])).values()];
});

afterAll(() => lab.stop());

const pods = () => lab.cluster.objects.list('v1', 'Pod', { labels: selector.join(',') });

/** No node runs a pod here, so nobody waits for one: what the server says to it is what is asked. */
async function make(own: Probes): Promise<void> {
  const controller = new AbortController();
  const made = own.start(probes, controller.signal).catch(() => undefined);
  for (let count = -1; count !== (await pods()).length || count < probes.length;) {
    count = (await pods()).length;
    await delay(200);
  }
  controller.abort(new Error('enough'));
  await made;
}

describe('the pods of a verification, on a real API server', () => {
  it('are admitted in every namespace, under its Pod Security, and never ready by themselves', async () => {
    for (const account of ['default', 'istio-ingressgateway', 'prometheus']) {
      for (const namespace of ['istio-ingress', 'observability', 'frontend', 'backend', 'ml']) {
        const object = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } };
        await lab.cluster.objects.create(object);
      }
    }
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: strangersNamespace } };
    await lab.cluster.objects.create(namespace);
    const account = { name: 'default', namespace: strangersNamespace };
    await lab.cluster.objects.create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: account });
    await make(new Probes(lab.cluster.objects, 'example.com/curl:1'));
    const made = await pods();
    expect(made).toHaveLength(probes.length);
    expect(made.every(({ spec }) => JSON.stringify(spec).includes('mesh-lab/never'))).toBe(true);
    expect(made.every(({ metadata }) => metadata['ownerReferences'] === undefined)).toBe(true);
  });

  it('are removed by the next verification, which did not make them', async () => {
    expect(await pods()).not.toHaveLength(0);
    await new Probes(lab.cluster.objects, 'example.com/curl:1').remove();
    expect(await pods()).toHaveLength(0);
  });

  it('leave those of the lab alone', async () => {
    expect(await lab.cluster.objects.list('v1', 'Pod', { namespace: 'frontend' })).not.toHaveLength(0);
  });
});

describe('what a verification says of objects', () => {
  const rows = async () => driftRows(readInventory([join(lab.folder, 'dist')]).manifests, lab.cluster.objects, never);

  it('is that all are as written, after they were applied', async () => {
    expect((await rows()).map(({ verdict }) => verdict)).toEqual(['held']);
  });

  it('is which one differs and who wrote it, after an edit by hand, and it changes nothing', async () => {
    await lab.edit('frontend', 50);
    const [row, others] = await rows();
    expect(row).toMatchObject({
      what: 'VirtualService frontend/frontend-vs',
      seen: 'it says something else; last written by kubectl-edit',
      verdict: 'different',
    });
    expect(others?.verdict).toBe('held');
    expect(await lab.share('frontend')).toBe(50);
  });

  it('is that one is not there, after it was deleted', async () => {
    const name = { name: 'ml-callers', namespace: 'ml' };
    await lab.cluster.objects.delete({
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: name,
    });
    expect(await rows()).toContainEqual(
      expect.objectContaining({ what: 'AuthorizationPolicy ml/ml-callers', seen: 'it is not there' }),
    );
  });
});
