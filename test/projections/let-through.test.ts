import { check } from '../../lib/model/check';
import type { ExternalHost } from '../../lib/model/external';
import type { Mesh } from '../../lib/model/mesh';
import type { Problem } from '../../lib/model/problem';
import { tries } from '../../lib/model/rules/tries';
import type { Port, Service } from '../../lib/model/service';
import { meshOf, sampleJob, sampleRelease, sampleService } from '../support/sample';
import { pair } from './published';
import { told } from './told';

const orders = sampleService('orders');
const withOrders = (overrides: Partial<Service>): Mesh => meshOf({ ...orders, ...overrides });
const withName = (name: string): Mesh => meshOf(sampleService(name, { namespace: 'shop' }));
const withJob = (schedule: string): Mesh => ({ ...meshOf(orders), jobs: [sampleJob('report', { schedule })] });
const withHosts = (...hosts: readonly ExternalHost[]): Mesh => ({
  ...meshOf(orders),
  externalCalls: hosts.map((to) => ({ caller: orders, to })),
});
const web: Port = { number: 80, protocol: 'http' };
const label = 'a'.repeat(60);

/** Each of these ends in a refusal by the API server, in an exception while rendering, or in silence. */
describe('a mesh that cannot be applied as it is meant', () => {
  it.each<[string, Mesh]>([
    // The API server refuses these.
    ['requests above the limit', withOrders({ resources: { cpu: '1', memory: '256Mi', memoryLimit: '128Mi' } })],
    ['a schedule of five words', withJob('a b c d e')],
    ['a schedule for minute 99', withJob('99 99 99 99 99')],
    ['an address in a variable without a name', told(pair(orders), () => ({ variable: '', form: 'url' }))],
    ['an address in a variable with a sign', told(pair(orders), () => ({ variable: 'A=B', form: 'url' }))],
    ['a variable without a name', withOrders({ stable: sampleRelease('stable', { env: { '': 'x' } }) })],
    [
      'two ports of one process port',
      withOrders({
        ports: [web, { number: 81, protocol: 'grpc' }],
        stable: sampleRelease('stable', { listensOn: { 80: 8080, 81: 8080 } }),
      }),
    ],
    [
      'a host outside whose object would have too long a name',
      withHosts({ host: `${label}.${label}.${label}.${label}.com`, port: 443, protocol: 'tls' }),
    ],
    // Rendering throws for these.
    ['a service called namespace', withName('namespace')],
    ['a service called mutual-tls', withName('mutual-tls')],
    ['a service called default-deny', withName('default-deny')],
    ['a service called deny-all', withName('deny-all')],
    ['a service beside the control plane', withOrders({ namespace: 'istio-system' })],
    // Nothing says a word about these.
    ['a service beside the gateway, whose namespace it would close', withOrders({ namespace: 'istio-ingress' })],
    ['a service beside the cluster DNS, whose namespace it would close', withOrders({ namespace: 'kube-system' })],
    [
      'a host outside with two protocols on one port',
      withHosts(
        { host: 'api.example.com', port: 443, protocol: 'tls' },
        { host: 'api.example.com', port: 443, protocol: 'http' },
      ),
    ],
    [
      'a rate limit of connections, which it does not count',
      withOrders({ ports: [{ number: 6379, protocol: 'tcp' }], rateLimit: { requests: 10, per: '1m' } }),
    ],
    [
      'a sidecar that asks for words',
      withOrders({ sidecar: { cpu: 'some', memory: 'more', cpuLimit: '1', memoryLimit: '1Gi' } }),
    ],
    ['a mode of a namespace that nobody has', { ...meshOf(orders), mutualTls: new Map([['order', 'permissive']]) }],
    [
      'a canary behind a port over which nothing can be split',
      withOrders({ ports: [web, { number: 6379, protocol: 'tcp' }], canary: sampleRelease('canary') }),
    ],
    [
      'an address in a variable that the service sets itself',
      (() => {
        const addresses = { orders: { variable: 'ORDERS', form: 'url' } } as const;
        const caller = sampleService('web', {
          stable: sampleRelease('stable', { env: { ORDERS: 'mine' }, addresses }),
        });
        return { ...meshOf(caller, orders), calls: [{ caller, callee: orders }] };
      })(),
    ],
    [
      'the URL of a service that speaks no HTTP',
      told(pair(sampleService('store', { ports: [{ number: 6379, protocol: 'tcp' }] })), () => {
        return { variable: 'STORE', form: 'url' };
      }),
    ],
    [
      'the address of a service that nobody calls',
      withOrders({ stable: sampleRelease('stable', { addresses: { stock: { variable: 'STOCK', form: 'url' } } }) }),
    ],
  ])('is refused for %s', (_, mesh) => {
    expect(check(mesh)).not.toEqual([]);
  });
});

describe('everything that is wrong with a mesh', () => {
  const [a, b, d] = [sampleService('a'), sampleService('b'), sampleService('d')];
  const again = (attempts: number) => ({
    idempotent: true,
    retries: { attempts, perTry: '1s', on: ['5xx'] } as const,
  });
  const placesOf = (problems: readonly Problem[]) => problems.map(({ path }) => path.at(-1));

  it('is found at once: too many tries on the lighter of two ways', () => {
    const calls = [
      { caller: a, callee: b, ...again(5) },
      { caller: b, callee: d },
      { caller: a, callee: d, ...again(4) },
    ];
    expect(placesOf(tries({ ...meshOf(a, b, d), calls }))).toEqual(['a -> b', 'a -> d']);
  });

  it('is not found where a service has the name that messages give to the outside', () => {
    const [outside, z] = [sampleService('outside'), sampleService('z')];
    const calls = [{ caller: a, callee: outside, ...again(3) }];
    const edges = [{ service: z, hosts: ['z.localhost'] as const, ...again(1) }];
    expect(check({ ...meshOf(z, a, outside), calls, edges })).toEqual([]);
  });
});
