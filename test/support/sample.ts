import type { Job } from '../../lib/model/job';
import type { Mesh } from '../../lib/model/mesh';
import type { Release, ReleaseName, Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import type { TrafficPolicy } from '../../lib/model/traffic-policy';

/** A release nothing is wrong with. */
export function sampleRelease(name: ReleaseName, overrides: Partial<Release> = {}): Release {
  const health = { livenessPath: '/live', readinessPath: '/ready' };
  return { name, image: 'example/app:v1', replicas: 2, health, ...overrides };
}

export const samplePolicy: TrafficPolicy = {
  connectionPool: { maxConnections: 10, maxPendingRequests: 5 },
  ejection: { consecutive5xx: 3, interval: '10s', baseTime: '30s', maxPercent: 50 },
};

/** A service nothing is wrong with: one release, one HTTP port, a namespace of its own name. */
export function sampleService(name: string, overrides: Partial<Service> = {}): Service {
  return {
    name,
    namespace: name,
    serviceName: name,
    ports: [{ number: 8080, protocol: 'http' }],
    stable: sampleRelease('stable'),
    resources: { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' },
    shutdown: { drain: '5s', grace: '30s' },
    trafficPolicy: samplePolicy,
    ...overrides,
  };
}

/** A job nothing is wrong with, which runs once. */
export function sampleJob(name: string, overrides: Partial<Job> = {}): Job {
  return {
    name,
    namespace: name,
    image: 'example/job:v1',
    resources: { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' },
    ...overrides,
  };
}

/** The entry of the sample mesh, with a canary. */
export const shop = sampleService('shop', { canary: sampleRelease('canary') });

/** What the entry calls, with a canary. */
export const orders = sampleService('orders', { canary: sampleRelease('canary') });

/** What the orders call, with one release. */
export const stock = sampleService('stock');

/** A mesh nothing is wrong with: shop calls orders, orders call stock, and each waits longer than the next. */
export function sampleMesh(overrides: Partial<Mesh> = {}): Mesh {
  return {
    services: [shop, orders, stock],
    calls: [
      { caller: shop, callee: orders, timeout: '10s' },
      { caller: orders, callee: stock, timeout: '5s' },
    ],
    edges: [{ service: shop, hosts: ['shop.localhost'], timeout: '15s' }],
    traffic: {
      pins: [{ header: 'x-canary', value: 'true' }],
      splits: new Map<string, Split>([
        ['shop', 10],
        ['orders', 'follow'],
      ]),
    },
    ...overrides,
  };
}

/** A mesh of services that nobody calls. */
export function meshOf(...services: readonly Service[]): Mesh {
  return { services, calls: [], edges: [], traffic: { pins: [], splits: new Map() } };
}
