import { chosenStages } from '../../cli/up/stages';
import { planReport } from '../../cli/analysis/plan';
import { profiles, platformRequests } from '../../lib/platform/profile';
import { readManifests } from '../../lib/analysis/manifest/read';
import { ofKind, objectsIn } from '../support/kube-objects';
import { renderYaml } from './rendered';
import { releasesOf, stackOf, stacksOf, valuesOf } from './terraform-json';

const written = { settings: 'addOns: false' };

describe('without add-ons', () => {
  it('there is no stack of them, and no namespace', () => {
    expect([...stacksOf(written).keys()]).toEqual(['cluster', 'platform']);
    expect(renderYaml(written).map(({ name }) => name)).toEqual([
      '0000-istio-system.k8s.yaml',
      '0001-ml.k8s.yaml',
      '0002-backend.k8s.yaml',
      '0003-frontend.k8s.yaml',
    ]);
  });

  it('the mesh knows no collector of traces, and nobody is told to send any', () => {
    expect(JSON.stringify(valuesOf('istiod', stackOf('platform', written)))).not.toMatch(/extensionProviders|jaeger/);
    const [telemetry] = ofKind('Telemetry', objectsIn(renderYaml(written)));
    expect(telemetry).toMatchObject({ spec: { accessLogging: [{ providers: [{ name: 'envoy' }] }] } });
    expect(telemetry).not.toHaveProperty('spec.tracing');
  });

  it('Istio is the same otherwise', () => {
    expect([...releasesOf(stackOf('platform', written)).keys()]).toEqual([...releasesOf(stackOf('platform')).keys()]);
  });

  it('the gateway has a certificate for the application alone', () => {
    const secrets = Object.values(stackOf('platform', written).resource['kubernetes_secret_v1'] ?? {});
    expect(secrets).toHaveLength(1);
  });

  it('they are no stage of bringing up, and nothing that the budget counts', () => {
    const names = ['doctor', 'render', 'cluster', 'platform', 'images', 'apply', 'verify'];
    expect(chosenStages({}, { target: 'kind', addOns: false })).toEqual(names);
    const requests = (addOns: boolean) => platformRequests(profiles.production, { nodes: 2, addOns });
    expect(requests(true).length - requests(false).length).toBe(4);
  });

  it('every order of applying is safe', () => {
    const { manifests } = readManifests(renderYaml(written));
    const ways = [planReport({ manifests }, {}).text].join('').match(/apply.*\n(?: {2}wave.*\n)* {2}safe/g);
    expect(ways).toHaveLength(2);
  });
});

describe('the platform of two nodes', () => {
  it('has a CNI agent on each', () => {
    const ofNodes = (nodes: number) => platformRequests(profiles.production, { nodes, addOns: true });
    expect(ofNodes(2).length - ofNodes(1).length).toBe(1);
    expect(ofNodes(1)).toContainEqual({ cpu: '100m', memory: '100Mi' });
  });
});
