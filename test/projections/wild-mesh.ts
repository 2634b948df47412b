import fc from 'fast-check';
import type { Identity } from '../../lib/model/identity';
import type { Mesh } from '../../lib/model/mesh';
import type { Port, Protocol, Service } from '../../lib/model/service';
import { sampleJob, sampleRelease, sampleService } from '../support/sample';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'A', '', 'outside', 'constructor', '__proto__', 'x'.repeat(70));
const number = fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(Number.NaN, 0.5, 1e9, 80, 15_090));
const duration = number.map((count) => `${count}s` as const);
const quantity = fc.constantFrom('1', '100m', '64Mi', '', 'much', '1e3', '-1', '1E');
const text = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('example/app:v1', 'app:latest', '0 3 * * *', 'x-a'));
const host = fc.constantFrom('a.localhost', 'b.localhost', 'localhost', '', 'A.localhost', '*.localhost', 'a.svc');
const protocol = fc.constantFrom<Protocol>('http', 'http2', 'grpc', 'tcp');
const port: fc.Arbitrary<Port> = fc.record({ number, protocol });
const resilience = fc.record(
  {
    timeout: duration,
    retries: fc.record({
      attempts: fc.oneof(
        number.filter((count) => !(count > 100)),
        fc.constant(50),
      ),
      perTry: duration,
      on: fc.constant(['5xx'] as const),
    }),
    idempotent: fc.boolean(),
  },
  { requiredKeys: [] },
);
const scope = fc.record(
  {
    methods: fc.constantFrom([], ['GET' as const]),
    paths: fc.array(fc.constantFrom('/', '*', '', '/a/*/b'), { maxLength: 2 }),
    grpcMethods: fc.array(fc.constantFrom('/a.B/C', '/*', 'C'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const release = fc.record({ replicas: number, image: text, user: number });

const service: fc.Arbitrary<Service> = fc
  .record({
    name,
    namespace: name,
    serviceName: name,
    ports: fc.tuple(port, port),
    stable: release,
    canary: fc.option(release),
    rateLimit: fc.option(fc.record({ requests: number, per: duration })),
    isAlone: fc.boolean(),
    shutdown: fc.record({ drain: duration, grace: duration }),
    resources: fc.record({ cpu: quantity, memory: quantity, memoryLimit: quantity }),
    maxPercent: number,
    maxConnections: number,
  })
  .map(({ name: own, stable, canary, rateLimit, isAlone, maxPercent, maxConnections, ...rest }) =>
    sampleService(own, {
      ...rest,
      stable: sampleRelease('stable', stable),
      ...(canary === null ? {} : { canary: sampleRelease('canary', canary) }),
      ...(rateLimit === null ? {} : { rateLimit }),
      ...(isAlone ? { sidecar: 'none' } : {}),
      trafficPolicy: {
        connectionPool: { maxConnections, maxPendingRequests: 1 },
        ejection: { consecutive5xx: 1, interval: '1s', baseTime: '1s', maxPercent },
      },
    }),
  );

/** Meshes in which anything may be wrong, and anybody may call anybody: oneself, in circles, and whom nobody declared. */
export const wildMesh: fc.Arbitrary<Mesh> = fc
  .record({
    services: fc.array(service, { minLength: 1, maxLength: 6 }),
    strangers: fc.array(service, { maxLength: 1 }),
    jobs: fc.array(fc.record({ name, schedule: text, image: text, user: number }), { maxLength: 2 }),
    calls: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), port: fc.nat(2), resilience, scope }), { maxLength: 12 }),
    edges: fc.array(fc.record({ to: fc.nat(), hosts: fc.tuple(host, host), resilience, scope }), { maxLength: 3 }),
    external: fc.array(fc.record({ from: fc.nat(), host, port: number }), { maxLength: 2 }),
    pins: fc.array(fc.record({ header: text, value: text }), { maxLength: 2 }),
    splits: fc.array(fc.tuple(name, fc.oneof(number, fc.constant('follow' as const))), { maxLength: 3 }),
    budget: fc.option(fc.record({ capacity: fc.record({ cpu: quantity, memory: quantity }) })),
    maxTries: number,
  })
  .map(({ services, strangers, jobs: drafts, splits, pins, budget, maxTries, ...drawn }): Mesh => {
    const jobs = drafts.map(({ name: own, ...rest }) => sampleJob(own, rest));
    const callees = [...services, ...strangers];
    const callers: readonly Identity[] = [...callees, ...jobs];
    const at = <T>(items: readonly T[], place: number): T[] => items.slice(place % items.length).slice(0, 1);
    return {
      services,
      jobs,
      calls: drawn.calls.flatMap(({ from, to, port: place, resilience: waits, scope: narrowed }) =>
        at(callers, from).flatMap((caller) =>
          at(callees, to).map((callee) => {
            const target = place === 0 ? {} : { port: callee.ports[place - 1] ?? callee.ports[0] };
            return { caller, callee, ...target, ...waits, ...narrowed };
          }),
        ),
      ),
      edges: drawn.edges.flatMap(({ to, hosts, resilience: waits, scope: narrowed }) =>
        at(callees, to).map((callee) => ({ service: callee, hosts, ...waits, ...narrowed })),
      ),
      externalCalls: drawn.external.flatMap(({ from, ...to }) =>
        at(callers, from).map((caller) => ({ caller, to: { ...to, protocol: 'tls' as const } })),
      ),
      traffic: { pins, splits: new Map(splits) },
      ...(budget === null ? {} : { budget: { ...budget, sidecar: { cpu: '100m', memory: '1Mi' }, platform: [] } }),
      maxTries,
    };
  });
