import * as z from 'zod';
import { loadTestOf } from '../../lib/load/load-test';
import { loadProfiles } from '../../lib/load/profile';
import { entranceInCluster, loadManifest } from '../../stacks/load-chart';
import { labOf } from './rendered';
import { named, objectsIn } from '../support/kube-objects';

const test = loadTestOf({
  mesh: labOf({}).mesh,
  name: 'soak',
  profile: loadProfiles.soak,
  entrance: entranceInCluster,
});
const text = loadManifest({ profile: 'soak', test, script: 'the script' });
const objects = objectsIn([{ name: 'load.k8s.yaml', text }]);

describe('the Job of a load test', () => {
  it('runs once, for longer than its profile takes', () => {
    const spec = z.object({ backoffLimit: z.number(), activeDeadlineSeconds: z.number() });
    const { backoffLimit, activeDeadlineSeconds } = spec.parse(named('Job', 'soak', objects)['spec']);
    expect(backoffLimit).toBe(0);
    expect(activeDeadlineSeconds).toBeGreaterThan(60 * 60);
  });

  it('finds script and test in one folder', () => {
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(named('ConfigMap', 'soak', objects));
    expect(data['script.js']).toBe('the script');
    expect(JSON.parse(data['load-test.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(test)));
  });

  it('asks the gateway by the name of its Service, without a sidecar', () => {
    expect(test.entries[0]?.url).toBe('http://istio-ingressgateway.istio-ingress.svc.cluster.local/');
    expect(named('Namespace', 'load', objects).metadata.labels).not.toHaveProperty('istio-injection');
  });

  it('may connect to DNS and the gateway alone, and nobody to it', () => {
    const namespace = (name: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
    });
    expect(named('NetworkPolicy', 'soak', objects)['spec']).toEqual({
      podSelector: { matchLabels: { app: 'soak' } },
      policyTypes: ['Ingress', 'Egress'],
      egress: [
        {
          to: [namespace('kube-system')],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
        {
          to: [{ ...namespace('istio-ingress'), podSelector: { matchLabels: { istio: 'ingressgateway' } } }],
          ports: [{ port: 80, protocol: 'TCP' }],
        },
      ],
    });
  });
});
