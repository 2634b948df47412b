import { injectedNamespaces } from '../../../lib/analysis/inventory/injected-namespaces';
import { manifestsOf } from '../inputs';

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
`;
const rule = `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web }
`;

function injected(text: string): readonly string[] {
  return injectedNamespaces(manifestsOf(text));
}

describe('a namespace that no file declares', () => {
  it('has sidecars if its pods live beside what sidecars read', () => {
    expect(injected(pod + rule)).toEqual(['shop']);
  });

  it('is left open without such an object', () => {
    expect(injected(pod)).toEqual([]);
  });

  it('is left open if the object is in another namespace', () => {
    expect(injected(pod + rule.replace('shop', 'market'))).toEqual([]);
  });

  it('is left open if its policy is for a waypoint', () => {
    const policy = `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec: { targetRefs: [{ kind: Service, group: '', name: web }] }
`;
    expect(injected(pod + policy)).toEqual([]);
  });

  it.each([
    ['a namespace', 'kind: Namespace\nmetadata: { name: market, labels: { istio.io/dataplane-mode: ambient } }'],
    ['a pod', 'kind: Pod\nmetadata: { name: cart, labels: { istio.io/dataplane-mode: ambient } }'],
  ])('is left open if %s is ambient', (_, text) => {
    expect(injected(`${pod}${rule}\n---\napiVersion: v1\n${text}\n`)).toEqual([]);
  });

  it('is left open if there is a waypoint', () => {
    const waypoint = `
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop }
spec: { gatewayClassName: istio-waypoint }
`;
    expect(injected(pod + rule + waypoint)).toEqual([]);
  });
});

describe('a namespace that a file declares', () => {
  it('has what its labels say', () => {
    expect(injected(`${pod}${rule}\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n`)).toEqual([]);
  });
});
