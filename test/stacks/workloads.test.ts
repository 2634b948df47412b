import { named, objectsIn, ofKind } from '../support/kube-objects';
import { renderYaml } from './rendered';

const settings = `
replicas: 3
images: { ml: { stable: team/ml:v1, canary: team/ml:v2 } }
`;
const objects = objectsIn(renderYaml({ settings }));
const deployments = ofKind('Deployment', objects);
const inPod = (spec: object) => ({ spec: { template: { spec } } });
const inContainer = (content: object) => inPod({ containers: [content] });

describe.each(deployments.map((deployment) => [deployment.metadata.name, deployment] as const))(
  'the Deployment %s',
  (name, deployment) => {
    const labels = deployment.metadata.labels;

    it('asks for CPU and memory, and has a limit of memory', () => {
      expect(deployment).toMatchObject(
        inContainer({ resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } } }),
      );
    });

    it('says when it has started, lives and is ready', () => {
      expect(deployment).toMatchObject(
        inContainer({
          startupProbe: { httpGet: { path: '/health' } },
          livenessProbe: { httpGet: { path: '/health' } },
          readinessProbe: { httpGet: { path: '/ready' } },
        }),
      );
    });

    it('runs as nobody in particular, with nothing to gain', () => {
      expect(deployment).toMatchObject({
        ...inPod({
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        }),
      });
    });

    it('has the identity of its tier', () => {
      expect(deployment).toMatchObject(inPod({ serviceAccountName: labels?.['app'] }));
    });

    it('spreads the pods of its release over the nodes', () => {
      expect(deployment).toMatchObject(
        inPod({
          topologySpreadConstraints: [
            { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
          ],
        }),
      );
    });

    it('keeps serving for 10 s after it was told to stop, and has 45 s to end', () => {
      expect(deployment).toMatchObject(
        inPod({
          terminationGracePeriodSeconds: 45,
          containers: [{ lifecycle: { preStop: { sleep: { seconds: 10 } } } }],
        }),
      );
    });

    it('never has fewer pods than asked for while it is updated', () => {
      expect(deployment).toMatchObject({
        spec: { replicas: 3, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
      });
    });

    it('has a disruption budget of its own, which lets a node be drained', () => {
      const budget = named('PodDisruptionBudget', name, objects);
      expect(budget.metadata.namespace).toBe(deployment.metadata.namespace);
      expect(budget).toMatchObject({ spec: { maxUnavailable: 1, selector: { matchLabels: labels } } });
    });
  },
);

describe('the Deployments', () => {
  it('are six, and so are the disruption budgets', () => {
    expect([deployments, ofKind('PodDisruptionBudget', objects)].map(({ length }) => length)).toEqual([6, 6]);
  });

  it.each([
    ['ml-stable', 'team/ml:v1'],
    ['ml-canary', 'team/ml:v2'],
    ['backend-stable', 'nicholasjackson/fake-service:v0.26.2'],
  ])('have the image of the settings: %s runs %s', (name, image) => {
    expect(named('Deployment', name, objects)).toMatchObject(inContainer({ image }));
  });

  it.each(['stable', 'canary'])('name the %s release in their answers', (version) => {
    const env: unknown = expect.arrayContaining([{ name: 'NAME', value: `ml-${version}` }]);
    expect(named('Deployment', `ml-${version}`, objects)).toMatchObject(inContainer({ env }));
  });
});
