import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryFrom } from './inputs';

/**
 * Three tiers as walkthroughs tell to write them: the VirtualService before there are subsets, and
 * the threshold of ejection by the name it had once.
 */
function tier(name: string, port: number): string {
  return `
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: ${name}-service, namespace: ${name} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: ${port} }] }
---
${['stable', 'canary'].map((release) => deployment(name, release, port)).join('---')}
---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: { name: ${name}-dr, namespace: ${name} }
spec:
  host: ${name}-service
  trafficPolicy:
    connectionPool:
      tcp: { maxConnections: 100 }
      http: { http1MaxPendingRequests: 50, maxRequestsPerConnection: 2 }
    outlierDetection: { consecutiveErrors: 3, interval: 10s, baseEjectionTime: 30s }
`;
}

function deployment(name: string, release: string, port: number): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}-${release}, namespace: ${name} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name}, version: ${release} } }
  template:
    metadata: { labels: { app: ${name}, version: ${release} } }
    spec: { containers: [{ name: ${name}, image: '${name}:${release}', ports: [{ containerPort: ${port} }] }] }
`;
}

const routing = `
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata: { name: frontend-vs, namespace: frontend }
spec:
  hosts: [frontend.local]
  gateways: [frontend-gateway]
  http:
    - match: [{ headers: { x-canary: { exact: 'true' } } }]
      route: [{ destination: { host: frontend-service, subset: canary } }]
    - route:
        - { destination: { host: frontend-service, subset: stable }, weight: 90 }
        - { destination: { host: frontend-service, subset: canary }, weight: 10 }
`;

describe('the YAML of a walkthrough', () => {
  const inventory = inventoryFrom(tier('frontend', 3000), tier('backend', 8080), tier('ml', 5001), routing);
  const found = findings(inventory, allChecks);
  const of = (code: string): string[] =>
    found.filter((one) => one.code === code).map(({ object, field }) => `${object} ${field}`);

  it('names a gateway that nobody made', () => {
    expect(of('KIA1102')).toEqual(['VirtualService frontend/frontend-vs spec.gateways[0]']);
  });

  it('names subsets that nobody made, in each of its routes', () => {
    expect(of('KIA1107')).toEqual([
      'VirtualService frontend/frontend-vs spec.http[0].route[0].destination.subset',
      'VirtualService frontend/frontend-vs spec.http[1].route[0].destination.subset',
      'VirtualService frontend/frontend-vs spec.http[1].route[1].destination.subset',
    ]);
  });

  it('ejects by a threshold that Istio ignores, in every tier', () => {
    const field = 'spec.trafficPolicy.outlierDetection.consecutiveErrors';
    expect(of('LAB013')).toEqual([
      `DestinationRule frontend/frontend-dr ${field}`,
      `DestinationRule backend/backend-dr ${field}`,
      `DestinationRule ml/ml-dr ${field}`,
    ]);
  });

  it('is told what to write in the place of the threshold', () => {
    const [first] = found.filter(({ code }) => code === 'LAB013');
    expect(first?.remedy).toBe('rename it: consecutive5xxErrors: 3');
  });

  it('could not eject any of two pods by any threshold', () => {
    const field = 'spec.trafficPolicy.outlierDetection';
    expect(of('LAB014')).toEqual([
      `DestinationRule frontend/frontend-dr ${field}`,
      `DestinationRule backend/backend-dr ${field}`,
      `DestinationRule ml/ml-dr ${field}`,
    ]);
  });
});
