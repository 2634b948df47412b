import fc from 'fast-check';
import { type Call, type CallScope, portOf } from '../../lib/model/call';
import type { Edge } from '../../lib/model/edge';
import type { ExternalCall, ExternalHost } from '../../lib/model/external';
import type { Identity } from '../../lib/model/identity';
import type { Job } from '../../lib/model/job';
import type { Mesh } from '../../lib/model/mesh';
import type { CallAddress } from '../../lib/model/process';
import type { Port, Protocol, Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import { sampleJob, sampleRelease, sampleService } from '../support/sample';
import { type Hop, resiliences, wish } from './random-resilience';
import { told } from './told';

/** What is drawn. Numbers without a bound choose among as many as there are. */
const oneOf = (count: number): fc.Arbitrary<boolean> => fc.nat(count - 1).map((draw) => draw === count - 1);
const serviceDraft = fc.record({
  area: fc.nat(4),
  ports: fc.array(
    fc.record({ protocol: fc.constantFrom<Protocol>('http', 'http2', 'grpc', 'tcp'), isTranslated: fc.boolean() }),
    { minLength: 1, maxLength: 3 },
  ),
  isAlone: oneOf(10),
  hasCanary: fc.boolean(),
  replicas: fc.integer({ min: 1, max: 3 }),
  rateLimit: fc.option(fc.integer({ min: 1, max: 100 })),
  hasOwnSidecar: oneOf(3),
  isNamedLikeARelease: oneOf(4),
  split: fc.oneof(fc.constant<Split>('follow'), fc.nat(100)),
  isEdge: oneOf(5),
  wish,
});
const callDraft = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  port: fc.nat(),
  isBrief: fc.boolean(),
  scope: fc.nat(),
  wish,
});
const jobDraft = fc.record({ area: fc.nat(4), isScheduled: fc.boolean() });
const externalDraft = fc.record({ caller: fc.nat(), host: fc.nat() });

type Drawn<T> = T extends fc.Arbitrary<infer U> ? U : never;

interface Draft {
  readonly services: readonly Drawn<typeof serviceDraft>[];
  readonly calls: readonly Drawn<typeof callDraft>[];
  readonly jobs: readonly Drawn<typeof jobDraft>[];
  readonly externalCalls: readonly Drawn<typeof externalDraft>[];
}

/** The most there is of each in one mesh. */
export interface Size {
  readonly services: number;
  readonly calls: number;
}

/**
 * Meshes nothing is wrong with, in up to five namespaces, whose processes know the address of
 * everything they call.
 * @param prefix of the namespaces, for meshes that share a cluster
 */
export function randomMesh(size: Size, prefix = 'area'): fc.Arbitrary<Mesh> {
  const draft: fc.Arbitrary<Draft> = fc.record({
    services: fc.array(serviceDraft, { minLength: 2, maxLength: size.services, size: 'max' }),
    calls: fc.array(callDraft, { minLength: 1, maxLength: size.calls, size: 'max' }),
    jobs: fc.array(jobDraft, { maxLength: 2 }),
    externalCalls: fc.array(externalDraft, { maxLength: 2 }),
  });
  return draft.map((drawn) => meshOf(drawn, prefix));
}

function meshOf(drawn: Draft, prefix: string): Mesh {
  const drafts = new Map(drawn.services.map((one, index) => [serviceOf(one, index, prefix), one]));
  const services = [...drafts.keys()];
  const jobs = drawn.jobs.map((one, index) => jobOf(one, index, prefix));
  const callable = services.filter(({ sidecar }) => sidecar !== 'none');
  const entries: Hop[] = callable.flatMap((callee) => {
    const one = drafts.get(callee);
    return one?.isEdge && callee.ports[0].protocol !== 'tcp' ? [{ callee, isTcp: false, wish: one.wish }] : [];
  });
  const declared = declarations(drawn.calls, callable, jobs);
  const waits = resiliences([...entries, ...declared.keys()], callable);
  const calls = [...declared].map(([hop, call]): Call => ({ ...call, ...waits.get(hop) }));
  const mesh: Mesh = {
    services,
    jobs,
    calls,
    edges: entries.map((hop): Edge => ({
      service: hop.callee,
      hosts: [`${hop.callee.name}.localhost`],
      ...waits.get(hop),
    })),
    externalCalls: externalCalls(drawn.externalCalls, [...callable, ...jobs]),
    traffic: { pins: [{ header: 'x-canary', value: 'true' }], splits: splitsOf(drafts, calls) },
    budget: {
      capacity: { cpu: '100', memory: '100Gi' },
      sidecar: { cpu: '100m', memory: '128Mi' },
      platform: [{ cpu: '1', memory: '1Gi' }],
    },
  };
  return told(mesh, addressOf);
}

/** Every other port has a variable of its own, and what speaks no HTTP no URL. */
function addressOf(call: Call): CallAddress {
  const { number, protocol } = portOf(call);
  const isOwn = (call.callee.name.length + number) % 2 === 0;
  const variable = isOwn ? `ADDRESS_OF_${call.callee.name.toUpperCase()}_${number}` : 'UPSTREAM_URIS';
  return { variable, form: protocol === 'tcp' || number % 3 === 0 ? 'authority' : 'url' };
}

/** Some are named as the Deployment of another would be. */
function nameOf(index: number, isNamedLikeARelease: boolean): string {
  return isNamedLikeARelease && index > 0 ? `s${index - 1}-canary` : `s${index}`;
}

function serviceOf(drawn: Drawn<typeof serviceDraft>, index: number, prefix: string): Service {
  const name = nameOf(index, drawn.isNamedLikeARelease);
  const [first = port('http', 0), ...others] = drawn.ports.map(({ protocol }, place) => port(protocol, place));
  const { replicas } = drawn;
  const isSplit = drawn.hasCanary && !drawn.isAlone && [first, ...others].every(({ protocol }) => protocol !== 'tcp');
  const limit = drawn.isAlone || first.protocol === 'tcp' ? null : drawn.rateLimit;
  const sidecar = { cpu: '100m', memory: '64Mi', cpuLimit: '1', memoryLimit: '128Mi' };
  return sampleService(name, {
    namespace: `${prefix}-${drawn.area}`,
    serviceName: index % 2 === 0 ? name : `${name}-service`,
    ports: [first, ...others],
    stable: sampleRelease('stable', { replicas, listensOn: listensOn(drawn) }),
    ...(isSplit ? { canary: sampleRelease('canary', { replicas, listensOn: listensOn(drawn) }) } : {}),
    ...(limit === null ? {} : { rateLimit: { requests: limit * replicas * (isSplit ? 2 : 1), per: '1m' } }),
    ...(drawn.isAlone ? { sidecar: 'none' } : drawn.hasOwnSidecar ? { sidecar } : {}),
    // Longer than the longest path.
    shutdown: { drain: '5s', grace: '60m' },
    trafficPolicy: {
      connectionPool: { maxConnections: 10, maxPendingRequests: 5 },
      ejection: { consecutive5xx: 3, interval: '10s', baseTime: '30s', maxPercent: replicas === 1 ? 100 : 50 },
    },
  });
}

function port(protocol: Protocol, place: number): Port {
  return { number: portNumber(place), protocol, ...(place === 0 ? {} : { suffix: `p${place}` }) };
}

function portNumber(place: number): number {
  return 8000 + place;
}

function listensOn({ ports }: Drawn<typeof serviceDraft>): Record<number, number> {
  return Object.fromEntries(
    ports.flatMap(({ isTranslated }, place) => (isTranslated ? [[portNumber(place), 9000 + place]] : [])),
  );
}

function jobOf({ area, isScheduled }: Drawn<typeof jobDraft>, index: number, prefix: string): Job {
  return sampleJob(`j${index}`, {
    namespace: `${prefix}-${area}`,
    ...(isScheduled ? { schedule: '0 3 * * *' } : { command: ['/bin/report', '--all'] }),
  });
}

/** Of two services the earlier one calls, so that there are no circles; each port of a callee once a caller. */
function declarations(
  drawn: Draft['calls'],
  services: readonly Service[],
  jobs: readonly Job[],
): ReadonlyMap<Hop, Call> {
  const callers: readonly Identity[] = [...services, ...jobs];
  const found = new Map<string, readonly [Hop, Call]>();
  for (const one of drawn) {
    const [low, high] = one.ends.map((end) => end % Math.max(1, callers.length)).sort((a, b) => a - b);
    const isOfJob = high !== undefined && high >= services.length;
    const caller = callers[(isOfJob ? high : low) ?? -1];
    const callee = services[(isOfJob ? low : high) ?? -1];
    if (caller === undefined || callee === undefined || caller === callee) {
      continue;
    }
    const target = callee.ports[one.port % callee.ports.length] ?? callee.ports[0];
    const isFirst = target === callee.ports[0];
    const call: Call = {
      caller,
      callee,
      ...(isFirst && one.isBrief ? {} : { port: target }),
      ...scopeOf(target.protocol, one.scope),
    };
    const hop = { caller, callee, isTcp: target.protocol === 'tcp', wish: one.wish };
    found.set(`${caller.name} ${callee.name} ${target.number}`, [hop, call]);
  }
  return new Map(found.values());
}

function scopeOf(protocol: Protocol, draw: number): CallScope {
  const scopes: Readonly<Record<'http' | 'grpc' | 'tcp', readonly CallScope[]>> = {
    http: [{}, { methods: ['GET', 'POST'] }, { paths: ['/orders/*', '/health'] }, { methods: ['PUT'], paths: ['/*'] }],
    grpc: [{}, { grpcMethods: ['/shop.Cart/AddItem'] }, { grpcMethods: ['/shop.Cart/*', '/shop.Stock/Count'] }],
    tcp: [{}],
  };
  const fitting = scopes[protocol === 'http2' ? 'http' : protocol];
  return fitting[draw % fitting.length] ?? {};
}

function externalCalls(drawn: Draft['externalCalls'], callers: readonly Identity[]): ExternalCall[] {
  const hosts: readonly ExternalHost[] = [
    { host: 'api.bank.example', port: 443, protocol: 'tls' },
    { host: 'mail.example.net', port: 443, protocol: 'tls' },
    { host: 'weather.example.org', port: 80, protocol: 'http' },
  ];
  return drawn.flatMap((one) => {
    const caller = callers[one.caller % Math.max(1, callers.length)];
    const to = hosts[one.host % hosts.length];
    return caller === undefined || to === undefined ? [] : [{ caller, to }];
  });
}

/** Lanes only where somebody is followed. */
function splitsOf(
  drafts: ReadonlyMap<Service, Drawn<typeof serviceDraft>>,
  calls: readonly Call[],
): ReadonlyMap<string, Split> {
  const called = new Set(calls.map(({ callee }) => callee));
  return new Map(
    [...drafts]
      .filter(([{ canary }]) => canary !== undefined)
      .map(([service, { split }]) => [service.name, split === 'follow' && !called.has(service) ? 0 : split]),
  );
}
