import { rmSync } from 'node:fs';
import { ApiClient } from './api-client';
import { type Application, applyAll, changes, complaints } from './application';
import { type ControlPlane, startControlPlane } from './control-plane';
import { installIstioCrds } from './istio-crds';
import { nameOf } from '../../../cli/cluster/kube-object';
import { type Manifest, manifestsIn } from './manifests';
import { type Pod, podOf } from './pods';
import { renderedFolder } from './rendered';

let controlPlane: ControlPlane | undefined;
let client: ApiClient;
let manifests: Manifest[];
let applied: Application[];
let pods: { readonly title: string; readonly pod: Pod }[];

beforeAll(async () => {
  const folder = renderedFolder();
  try {
    manifests = manifestsIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  pods = manifests.flatMap(({ title, object }) => {
    const pod = podOf(object);
    return pod === undefined ? [] : [{ title: `a Pod of ${title}`, pod }];
  });
  controlPlane = await startControlPlane();
  client = new ApiClient(controlPlane.connection);
  await installIstioCrds(client);
  applied = await applyAll(client, manifests);
});

afterAll(() => controlPlane?.stop());

/** What the server says when it is asked to create each Pod, of which it keeps none. */
function admissions(candidates: typeof pods): Promise<Application[]> {
  return Promise.all(candidates.map(async ({ title, pod }) => ({ title, verdict: await client.tryCreate(pod) })));
}

describe('a real API server, given the rendered YAML', () => {
  it('accepts every object, knows every field, and has nothing to warn about', () => {
    process.stderr.write(`${applied.length} objects applied\n`);
    expect(complaints(applied)).toEqual([]);
    expect(applied.length).toBeGreaterThan(0);
  });

  it('changes no object when all are applied again', async () => {
    expect(changes(applied, await applyAll(client, manifests))).toEqual([]);
  });

  it('enforces the restricted Pod Security standard in the namespace of every workload', async () => {
    const levels = pods.map(async ({ title, pod }) => {
      const name = pod.metadata.namespace ?? 'default';
      const { object } = await client.read({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
      const level = object?.metadata.labels?.['pod-security.kubernetes.io/enforce'];
      return `${title}: ${level}`;
    });
    expect(await Promise.all(levels)).toEqual(pods.map(({ title }) => `${title}: restricted`));
  });

  it('admits a Pod of every workload, and has nothing to warn about', async () => {
    expect(complaints(await admissions(pods))).toEqual([]);
    expect(pods.length).toBeGreaterThan(0);
  });
});

describe('the same server, given a mistake', () => {
  const written = (apiVersion: string, kind: string, content: object): Manifest => {
    const object = { apiVersion, kind, metadata: { name: 'mistake', namespace: 'default' }, ...content };
    return { object, text: JSON.stringify(object), title: nameOf(object) };
  };

  it('reports a field that is not in the schema', async () => {
    const [complaint] = complaints(await applyAll(client, [written('v1', 'ConfigMap', { datum: {} })]));
    expect(complaint).toMatch(/^ConfigMap default\/mistake: .*datum/);
  });

  it('refuses a VirtualService whose weight is a word', async () => {
    const http = [{ route: [{ destination: { host: 'web' }, weight: 'most' }] }];
    const virtualService = written('networking.istio.io/v1', 'VirtualService', { spec: { hosts: ['web'], http } });
    const [complaint] = complaints(await applyAll(client, [virtualService]));
    expect(complaint).toMatch(/^VirtualService default\/mistake: .*weight/);
  });

  it('reports a warning about an object that it accepts', async () => {
    const metadata = { name: 'mistake', namespace: 'default', annotations: { 'kubernetes.io/ingress.class': 'old' } };
    const spec = { defaultBackend: { service: { name: 'web', port: { number: 80 } } } };
    const [complaint] = complaints(
      await applyAll(client, [written('networking.k8s.io/v1', 'Ingress', { metadata, spec })]),
    );
    expect(complaint).toMatch(/^Ingress default\/mistake: warning: .*deprecated/);
  });

  it('refuses the same Pods as soon as they run as root', async () => {
    const asRoot = pods.map(({ title, pod }) => {
      return { title, pod: { ...pod, spec: { ...pod.spec, securityContext: { runAsUser: 0 } } } };
    });
    const refusals = complaints(await admissions(asRoot)).filter((line) => line.includes('runAsUser=0'));
    expect(refusals).toHaveLength(pods.length);
  });

  it('reports an object that a second apply changes', async () => {
    const before = await applyAll(client, [written('v1', 'ConfigMap', { data: { answer: '41' } })]);
    const after = await applyAll(client, [written('v1', 'ConfigMap', { data: { answer: '42' } })]);
    expect(changes(before, after)).toHaveLength(1);
  });
});
