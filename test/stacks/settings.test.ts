import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings, readSettings, samplingOf } from '../../stacks/settings';

const read = (...lines: readonly string[]) => readSettings({ name: 'settings.yaml', text: lines.join('\n') });

describe('the settings', () => {
  const image = 'nicholasjackson/fake-service:v0.26.2';
  const images = { stable: image, canary: image };

  it('all have a default', () => {
    expect(read().value).toEqual({
      profile: 'production',
      target: 'kind',
      cluster: { name: 'mesh-lab', kubeconfig: 'kubeconfig' },
      ports: { http: 80, https: 443 },
      hosts: ['frontend.local', 'frontend.localhost'],
      httpsRedirect: false,
      access: true,
      addOns: true,
      incident: false,
      replicas: 2,
      mirrors: { images: {}, charts: {} },
      mtls: { frontend: 'strict', backend: 'strict', ml: 'strict' },
      capacity: { cpu: '4', memory: '8Gi', nodes: 2 },
      images: { frontend: images, backend: images, ml: images },
      promotion: {
        steps: [5, 20, 50, 80, 100],
        observe: '2m',
        soak: '30m',
        holdFor: '15m',
        minRequests: 500,
        maxErrorShare: 1,
        confidence: 99,
        maxLatencyRatio: { p95: 2.5, p99: 5 },
        latencyFloor: '25ms',
      },
      state: { backend: 'local' },
    });
    expect(defaultSettings).toEqual(read().value);
  });

  it('of this checkout are the defaults', () => {
    const text = readFileSync(join(__dirname, '..', '..', 'settings.yaml'), 'utf8');
    expect(readSettings({ name: 'settings.yaml', text })).toEqual({ value: defaultSettings, problems: [] });
  });

  it('can each be set, and leave the others at their default', () => {
    const { value } = read('images:', '  ml:', '    canary: team/ml:v2', 'ports: { http: 8080 }', 'replicas: 3');
    expect(value).toEqual({
      ...defaultSettings,
      images: { ...defaultSettings.images, ml: { stable: image, canary: 'team/ml:v2' } },
      ports: { http: 8080, https: 443 },
      replicas: 3,
    });
  });

  it('can all be set at once', () => {
    const lines = [
      'profile: demo',
      'target: existing',
      'cluster: { name: lab, kubeconfig: ~/.kube/config, context: "arn:aws:eks:eu-west-1:1:cluster/lab" }',
      'ports: { http: 8080, https: 8443 }',
      'hosts: [shop.localhost]',
      'httpsRedirect: false',
      'access: false',
      'sampling: 0.5',
      'incident: true',
      'replicas: 50',
      'mtls: { ml: permissive }',
      'capacity: { cpu: 4, memory: 8Gi }',
      'images: { frontend: { stable: "localhost:5000/web:v1", canary: "localhost:5000/web:v2" } }',
      'state: { backend: s3, bucket: states, region: eu-west-1, prefix: lab }',
    ];
    const { value, problems } = read(...lines);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      cluster: { context: 'arn:aws:eks:eu-west-1:1:cluster/lab' },
      access: false,
      sampling: 0.5,
      incident: true,
      mirrors: { images: {}, charts: {} },
      mtls: { frontend: 'strict', ml: 'permissive' },
      capacity: { cpu: '4', memory: '8Gi', nodes: 2 },
      state: { backend: 's3', bucket: 'states', region: 'eu-west-1', prefix: 'lab' },
    });
  });
});

describe('a section', () => {
  it('whose lines are all commented out keeps its defaults', () => {
    expect(read('cluster:', '#  name: other', 'profile: demo').value?.cluster).toEqual(defaultSettings.cluster);
  });
});

describe('the share of requests that leave a trace', () => {
  it.each([
    ['5 % in production', [], 5],
    ['100 % for the demo', ['profile: demo'], 100],
    ['what is set', ['profile: demo', 'sampling: 12.5'], 12.5],
    ['nothing, if that is set', ['sampling: 0'], 0],
    ['everything in an incident, whatever is set', ['sampling: 12.5', 'incident: true'], 100],
  ])('is %s', (_, lines, expected) => {
    expect(samplingOf(read(...lines).value ?? defaultSettings)).toBe(expected);
  });
});

describe('a place for the state', () => {
  it.each([
    ['s3', 'bucket: b, region: r', { bucket: 'b', region: 'r', prefix: 'mesh_lab' }],
    ['gcs', 'bucket: b', { bucket: 'b', prefix: 'mesh_lab' }],
    ['pg', '', { prefix: 'mesh_lab' }],
    ['http', 'address: "https://state.example.org/lab"', { address: 'https://state.example.org/lab' }],
  ])('can be %s', (backend, fields, expected) => {
    expect(read(`state: { backend: ${backend}, ${fields} }`).value?.state).toEqual({ backend, ...expected });
  });
});
