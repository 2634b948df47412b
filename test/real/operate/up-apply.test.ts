import { setTimeout as sleep } from 'node:timers/promises';
import { kubeObject } from '../../../cli/cluster/kube-object';
import { Interrupted } from '../../../cli/interrupt';
import { podOf } from '../api/pods';
import { until } from '../parts/until';
import { patient, UpCluster } from './up-cluster';

let up: UpCluster;

beforeAll(async () => {
  up = await UpCluster.start();
});

afterAll(() => up.stop());

const route = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'frontend-vs', namespace: 'frontend' },
};

describe('applying in waves', () => {
  it('says that pods would not get a sidecar, if the injector does not answer in time', async () => {
    await expect(up.apply({ ...patient, injection: 200 })).rejects.toThrow(
      /pods of Deployment \S+ would not get a sidecar: .*failed calling webhook/,
    );
    expect(await up.count('v1', 'Service')).toBeGreaterThan(0);
    expect(await up.count('apps/v1', 'Deployment')).toBe(0);
  });

  it('goes on when the injector answers, and routes nothing to pods that are not ready', async () => {
    await up.injector.answer();
    const stopped = new AbortController();
    const applying = up.apply(patient, stopped.signal);
    const all = up.rendered.manifests.filter(({ kind }) => kind === 'Deployment').length;
    await until('the Deployments are there', async () => (await up.count('apps/v1', 'Deployment')) === all);
    // However long it has: while no pod is ready, nothing of a later wave comes.
    for (let look = 0; look < 20; look += 1) {
      expect(await up.count(route.apiVersion, route.kind)).toBe(0);
      await sleep(50);
    }
    stopped.abort(new Interrupted('SIGINT'));
    await expect(applying).rejects.toThrow(Interrupted);
  });

  it('says what keeps pods from getting ready', async () => {
    const pods = '/api/v1/namespaces/ml/pods';
    const deployment = up.rendered.manifests.find(({ name }) => name === 'ml-stable');
    const pod = podOf(kubeObject.parse(deployment?.content));
    await up.send('POST', pods, 'test', { ...pod, metadata: { ...pod?.metadata, name: 'ml-stable-abc-def' } });
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image' };
    const containerStatuses = [
      { name: 'ml', image: '', imageID: '', ready: false, restartCount: 0, state: { waiting } },
    ];
    await up.send('PATCH', `${pods}/ml-stable-abc-def/status`, 'test', { status: { containerStatuses } });
    const involvedObject = { kind: 'Pod', name: 'ml-stable-abc-def', namespace: 'ml' };
    await up.send('POST', '/api/v1/namespaces/ml/events', 'test', {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'one' },
      involvedObject,
      type: 'Warning',
      reason: 'Failed',
      message: 'no such host',
      lastTimestamp: '2026-01-01T00:00:00Z',
    });
    const failure = up.apply({ ...patient, pods: 200 });
    await expect(failure).rejects.toThrow('Deployment ml/ml-stable: 0 of 2 pods available');
    await expect(failure).rejects.toThrow('pod ml-stable-abc-def: ml: ImagePullBackOff: Back-off pulling image');
    await expect(failure).rejects.toThrow('event: Warning Failed of Pod ml-stable-abc-def: no such host');
    await up.cluster.objects.delete({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'ml-stable-abc-def', namespace: 'ml' },
    });
  });

  it('ends once everything is ready', async () => {
    up.controllers.nodesWork = true;
    expect(await up.apply()).toContain(`${up.rendered.manifests.length} objects`);
    expect(await up.versions()).not.toContain(undefined);
  });

  it('changes nothing the second time', async () => {
    up.controllers.nodesWork = false;
    const before = await up.versions();
    expect(await up.apply()).toBe(
      `${up.rendered.manifests.length} objects: ${up.rendered.manifests.length} as they are`,
    );
    expect(await up.versions()).toEqual(before);
    up.controllers.nodesWork = true;
  });
});

describe('a field that somebody else holds', () => {
  it('is shown with its holder before anything is changed, and is not forced', async () => {
    const missing = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'ml-service', namespace: 'ml' } };
    await up.cluster.objects.delete(missing);
    const path = '/apis/networking.istio.io/v1/namespaces/frontend/virtualservices/frontend-vs';
    const spec = { http: [{ route: [{ destination: { host: 'elsewhere' } }] }] };
    const edited = await up.send('PATCH', path, 'kubectl-patch', { spec });
    await expect(up.apply()).rejects.toThrow(
      'VirtualService frontend/frontend-vs: conflict: .spec.http is held by kubectl-patch',
    );
    expect(await up.cluster.objects.find(route)).toEqual(edited);
    expect(await up.cluster.objects.find(missing)).toBeUndefined();
  });
});
