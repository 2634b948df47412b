import fc from 'fast-check';
import { type Cell, Matrix } from '../../../lib/analysis/access/matrix';
import type { CallScope } from '../../../lib/model/call';
import type { Mesh } from '../../../lib/model/mesh';
import type { Port, Service } from '../../../lib/model/service';
import { randomMesh } from '../../projections/random-mesh';
import { rendered } from '../../support/render';
import { threeTiers } from '../../support/three-tiers';
import { inventoryFrom } from '../inputs';
import { accesses, app, meshed, policy, shop, wordFor } from './shop';

/** Every pair that is not denied: who, whom, and with which requests. */
function reachable(...yaml: readonly string[]): string[] {
  const matrix = new Matrix(inventoryFrom(...yaml));
  const cells = matrix.callees.flatMap((callee) => matrix.callers.flatMap((caller) => matrix.cells(caller, callee)));
  return cells
    .filter(({ access }) => access.verdict !== 'denied')
    .map(lineFor)
    .sort();
}

function lineFor({ caller, callee, access, pods }: Cell): string {
  const who = caller.role ?? `${caller.namespace}/${caller.name}`;
  const where = pods === undefined ? '' : ` (${pods.from} -> ${pods.to})`;
  return `${who} -> ${callee.namespace}/${callee.name}:${callee.port}${where} ${wordFor(access)}`;
}

/** What a mesh declares, and nothing else: its calls, its edges, and that Prometheus reads metrics. */
function declaredIn(mesh: Mesh): string[] {
  const { services, jobs = [], calls, edges } = mesh;
  const meshedServices = services.filter(({ sidecar }) => sidecar !== 'none');
  const metrics = [
    ...meshedServices.map(({ namespace, serviceName }) => `${namespace}/${serviceName}`),
    ...jobs.map(({ namespace, name }) => `${namespace}/${name}`),
  ];
  return [
    ...calls.map(
      (call) => `${call.caller.namespace}/${call.caller.name} -> ${at(call.callee, call.port)} ${requests(call)}`,
    ),
    ...edges.map((edge) => `gateway -> ${at(edge.service)} ${requests(edge)}`),
    ...metrics.flatMap((name) => [15020, 15090].map((port) => `metrics -> ${name}:${port} allowed`)),
  ].sort();
}

function at({ namespace, serviceName, ports }: Service, port: Port = ports[0]): string {
  return `${namespace}/${serviceName}:${port.number}`;
}

function requests({ methods = [], paths = [], grpcMethods = [] }: CallScope): string {
  const grpc = grpcMethods.length === 0 ? [] : [`POST ${grpcMethods.join(' or ')}`];
  return [methods.join(','), paths.join(' or '), ...grpc].filter((part) => part !== '').join(' ') || 'allowed';
}

describe('the matrix of three tiers', () => {
  const tiers = threeTiers();

  it('is the declared call graph, the gateway and Prometheus', () => {
    expect(reachable(...rendered(tiers))).toEqual(declaredIn(tiers));
  });

  it.each(['NetworkPolicy', 'AuthorizationPolicy'])('has the same calls without any %s', (kind) => {
    const left = rendered(tiers).map((text) => {
      const documents = text.split('\n---\n');
      return documents.filter((document) => !document.includes(`kind: ${kind}\n`)).join('\n---\n');
    });
    const calls = (lines: readonly string[]) => lines.filter((line) => !/:150[29]0 /.test(line));
    expect(left.join('')).not.toContain(`kind: ${kind}`);
    expect(calls(reachable(...left))).toEqual(calls(declaredIn(tiers)));
  });

  it('has everybody, and nobody in particular, for every port', () => {
    const matrix = new Matrix(inventoryFrom(...rendered(tiers)));
    expect(matrix.callers.map(({ role, name }) => role ?? name)).toEqual([
      'ml',
      'backend',
      'frontend',
      'gateway',
      'metrics',
      'no identity',
    ]);
    expect(matrix.callees.filter(({ isMetrics }) => !isMetrics).map(({ name, port }) => `${name}:${port}`)).toEqual([
      'ml-service:5001',
      'backend-service:8080',
      'frontend-service:3000',
    ]);
  });
});

describe('of 60 meshes, drawn the same way every time', () => {
  it('the matrix is what was declared, for every pair', () => {
    fc.assert(
      fc.property(randomMesh({ services: 5, calls: 8 }), (mesh) => {
        expect(reachable(...rendered(mesh))).toEqual(declaredIn(mesh));
      }),
      { seed: 20_260_918, numRuns: 60 },
    );
  });
});

describe('the matrix', () => {
  it('has one cell for releases that are treated alike', () => {
    expect(accesses(shop + canary())).toHaveLength(1);
  });

  it('shows releases apart that are not', () => {
    const forCanary = policy('{ selector: { matchLabels: { version: canary } } }');
    const cells = accesses(shop + canary() + forCanary);
    expect(cells.map(({ access, pods }) => `${pods?.to ?? ''}: ${access.verdict}`)).toEqual([
      'orders: allowed',
      'orders-canary: denied',
    ]);
  });

  it('calls pods without an account of their own by their workload', () => {
    const { callers } = new Matrix(
      inventoryFrom(meshed('shop') + app('shop', 'web').replace('serviceAccountName: web, ', '')),
    );
    expect(callers.map(({ namespace, name }) => `${namespace}/${name}`)).toContain('shop/web');
  });

  it('knows the gateway by the account that policies name', () => {
    const principal = 'cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account';
    const named = policy(`{ rules: [{ from: [{ source: { principals: ['${principal}'] } }] }] }`);
    const { callers } = new Matrix(inventoryFrom(shop + named));
    expect(callers.filter(({ role }) => role === 'gateway').map(({ name }) => name)).toEqual([
      'istio-ingressgateway-service-account',
    ]);
  });

  it('leaves out a port that asks for a name that no container has', () => {
    const nameless = new Matrix(inventoryFrom(app('shop', 'web').replace('targetPort: 8080', 'targetPort: admin')));
    expect(nameless.callees).toEqual([]);
  });

  it('reads whatever is there', () => {
    const odd = `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: odd, namespace: shop }
spec: { selector: 3, action: [], rules: [{ from: x, to: [{ operation: { paths: [[], '{**}/{*}', '*'], ports: [a] } }], when: [{}] }, 7] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: odd, namespace: shop }
spec: { ingress: [3, { from: [{}], ports: [{ port: -1, endPort: x }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: odd, namespace: shop }
spec: { selector: { app: web }, ports: [{}, { port: x }, 4] }
`;
    expect(() => reachable(shop + odd)).not.toThrow();
  });
});

function canary(): string {
  return app('shop', 'orders')
    .split('---')
    .slice(2)
    .map((text) => `---${text.replace('{ name: orders, namespace', '{ name: orders-canary, namespace')}`)
    .join('')
    .replace('tier: orders-tier', 'version: canary');
}
