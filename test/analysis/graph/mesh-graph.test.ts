import { findings } from '../../../lib/analysis/checks/run';
import { allChecks } from '../../../lib/analysis/checks/table';
import type { Graph } from '../../../lib/analysis/graph/graph';
import { meshGraph } from '../../../lib/analysis/graph/mesh-graph';
import { policy, shop } from '../access/shop';
import { inventoryFrom } from '../inputs';

const caller = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: asking, namespace: shop }
spec:
  selector: { matchLabels: { app: asking } }
  template:
    metadata: { labels: { app: asking } }
    spec: { containers: [{ name: asking, env: [{ name: ORDERS, value: 'http://orders.shop/' }] }] }
`;

const strict = `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: strict, namespace: shop }
spec: { mtls: { mode: STRICT } }
`;

function graphOf(...yaml: readonly string[]): Graph {
  const inventory = inventoryFrom(...yaml);
  return meshGraph(inventory, findings(inventory, allChecks));
}

function podsIn({ namespaces }: Graph) {
  return namespaces.flatMap(({ services, pods }) => [...services.flatMap((one) => one.pods), ...pods]);
}

describe('the graph of a mesh', () => {
  it('has the Services of each namespace with their pods, and pods without a Service', () => {
    const { namespaces } = graphOf(shop, caller);
    expect(
      namespaces.map(({ name, services, pods }) => [
        name,
        services.map((one) => one.name),
        pods.map((one) => one.name),
      ]),
    ).toEqual([
      ['partner', ['agent'], []],
      ['shop', ['cache', 'orders', 'web'], ['asking']],
    ]);
  });

  it('has a call for each that pods are told to make', () => {
    const [call, ...others] = graphOf(shop, caller).calls;
    expect(others).toEqual([]);
    expect([call?.from, call?.to]).toEqual(['apps Deployment shop/asking', 'apps Deployment shop/orders']);
    expect(call?.ways).toEqual([expect.objectContaining({ share: 1 })]);
    expect(call?.ways[0]).not.toHaveProperty('failure');
  });

  it('says of a call why it is refused', () => {
    const { calls } = graphOf(shop, caller, policy('{}'));
    expect(calls.flatMap(({ ways }) => ways.map(({ failure }) => failure?.status))).toEqual([403]);
  });

  it('locks pods that take mutual TLS alone, and no others', () => {
    const locked = podsIn(graphOf(shop, caller, strict)).flatMap(({ name, isStrict }) => (isStrict ? [name] : []));
    expect(locked).toEqual(['cache', 'orders', 'web']);
  });

  it('shows what is wrong with a rule at the Service that it is for', () => {
    const rule = `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: orders, namespace: shop }
spec: { host: orders, subsets: [{ name: gone, labels: { version: gone } }] }
`;
    const services = graphOf(shop, rule).namespaces.flatMap((one) => one.services);
    const found = services.find(({ name }) => name === 'orders')?.findings ?? [];
    expect(found.map(({ object }) => object)).toContain('DestinationRule shop/orders');
  });

  it('does not depend on the order of files', () => {
    expect(graphOf(caller, shop).calls).toEqual(graphOf(shop, caller).calls);
    expect(podsIn(graphOf(caller, shop)).map(({ id }) => id)).toEqual(
      podsIn(graphOf(shop, caller)).map(({ id }) => id),
    );
  });
});
