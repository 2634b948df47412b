import type { Release, Service } from '../../lib/model/service';
import { ReleaseWorkload } from '../../lib/workload/release-workload';
import { named } from '../support/kube-objects';
import { objectsOf } from '../support/objects-of';
import { sampleRelease, sampleService } from '../support/sample';

/** What is rendered for a release of a service called shop. */
function workload(release: Partial<Release> = {}, service: Partial<Service> = {}) {
  const stable = sampleRelease('stable', release);
  const shop = sampleService('shop', { ...service, stable });
  return objectsOf((chart) => new ReleaseWorkload(chart, 'it', { service: shop, release: stable, env: { A: 'b' } }));
}

const deployment = (...differences: Parameters<typeof workload>) =>
  named('Deployment', 'shop-stable', workload(...differences));

const inPod = (spec: object) => ({ spec: { template: { spec } } });
const inContainer = (content: object) => inPod({ containers: [content] });

describe('a release', () => {
  it('is a Deployment and a disruption budget of the same pods', () => {
    const labels = { app: 'shop', version: 'stable' };
    expect(workload()).toMatchObject([
      { kind: 'Deployment', spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } } },
      { kind: 'PodDisruptionBudget', spec: { selector: { matchLabels: labels } } },
    ]);
  });

  it('lets one pod go at a time when nodes are drained', () => {
    expect(named('PodDisruptionBudget', 'shop-stable', workload())).toMatchObject({ spec: { maxUnavailable: 1 } });
  });

  it('never has fewer pods than asked for while it is updated', () => {
    expect(deployment({ replicas: 4 })).toMatchObject({
      spec: { replicas: 4, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    });
  });

  it('keeps serving as long as its service drains, within the time of its grace', () => {
    expect(deployment({}, { shutdown: { drain: '7s', grace: '90s' } })).toMatchObject(
      inPod({
        terminationGracePeriodSeconds: 90,
        containers: [{ lifecycle: { preStop: { sleep: { seconds: 7 } } } }],
      }),
    );
  });

  it('has the environment that it is given, and none that Kubernetes makes up', () => {
    expect(deployment()).toMatchObject(
      inPod({ enableServiceLinks: false, containers: [{ env: [{ name: 'A', value: 'b' }] }] }),
    );
  });
});

describe('the process of a release', () => {
  it('is user 1000 where nobody says another', () => {
    expect(deployment()).toMatchObject(inPod({ securityContext: { runAsUser: 1000, runAsGroup: 1000 } }));
  });

  it('is the user that its image needs', () => {
    expect(deployment({ user: 65_532 })).toMatchObject(
      inPod({ securityContext: { runAsNonRoot: true, runAsUser: 65_532, runAsGroup: 65_532 } }),
    );
  });

  it('listens behind each port of its service where the release says so, under the name of the port', () => {
    const ports = [
      { number: 80, protocol: 'http' },
      { number: 9090, protocol: 'http', suffix: 'admin' },
    ] as const;
    expect(deployment({ listensOn: { 80: 3000 } }, { ports })).toMatchObject(
      inContainer({
        ports: [
          { name: 'http', containerPort: 3000 },
          { name: 'http-admin', containerPort: 9090 },
        ],
      }),
    );
  });
});

describe('the probes of a release', () => {
  const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;
  const all = (question: object) => inContainer(Object.fromEntries(probes.map((probe) => [probe, question])));

  it('ask its paths, at the port that its process listens on', () => {
    const health = { livenessPath: '/alive', readinessPath: '/serves' };
    const at = (path: string) => ({ httpGet: { path, port: 3000 } });
    expect(deployment({ health, listensOn: { 8080: 3000 } })).toMatchObject(
      inContainer({ startupProbe: at('/alive'), livenessProbe: at('/alive'), readinessProbe: at('/serves') }),
    );
  });

  it('connect where a release says nothing of its health', () => {
    const service = sampleService('shop');
    const { name, image, replicas } = service.stable;
    const release = { name, image, replicas };
    const objects = objectsOf((chart) => new ReleaseWorkload(chart, 'it', { service, release, env: {} }));
    expect(named('Deployment', 'shop-stable', objects)).toMatchObject(all({ tcpSocket: { port: 8080 } }));
  });

  it('use the health protocol of gRPC, which has no paths', () => {
    expect(deployment({}, { ports: [{ number: 9000, protocol: 'grpc' }] })).toMatchObject(
      all({ grpc: { port: 9000 } }),
    );
  });

  it('connect over tcp, whatever paths there are', () => {
    expect(deployment({}, { ports: [{ number: 6379, protocol: 'tcp' }] })).toMatchObject(
      all({ tcpSocket: { port: 6379 } }),
    );
  });

  it('give the process a minute to start', () => {
    expect(deployment()).toMatchObject(inContainer({ startupProbe: { periodSeconds: 2, failureThreshold: 30 } }));
  });
});

describe('the sidecar of a release', () => {
  it('is that of the mesh where the service says nothing', () => {
    expect(JSON.stringify(deployment())).not.toContain('sidecar.istio.io');
  });

  it('has all four values of the service, because one of them would drop those of the mesh', () => {
    const sidecar = { cpu: '10m', memory: '40Mi', cpuLimit: '1', memoryLimit: '100Mi' };
    expect(deployment({}, { sidecar })['spec']).toMatchObject({
      template: {
        metadata: {
          annotations: {
            'sidecar.istio.io/proxyCPU': '10m',
            'sidecar.istio.io/proxyMemory': '40Mi',
            'sidecar.istio.io/proxyCPULimit': '1',
            'sidecar.istio.io/proxyMemoryLimit': '100Mi',
          },
        },
      },
    });
  });

  it('is refused by a label of the pod, by which the injector selects', () => {
    const labels = { app: 'shop', version: 'stable' };
    const { spec } = deployment({}, { sidecar: 'none' });
    expect(spec).toHaveProperty('template.metadata.labels', { ...labels, 'sidecar.istio.io/inject': 'false' });
    expect(spec).toHaveProperty('selector.matchLabels', labels);
  });
});
