import type { Call } from '../../lib/model/call';
import type { Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import { profiles } from '../../lib/platform/profile';
import type { Telemetry } from '../../lib/telemetry/telemetry';
import { addOnUrlsOf } from '../../stacks/add-on-urls';
import { defaultSettings } from '../../stacks/settings';
import { labTelemetry } from '../../stacks/telemetry';
import { threeTierMesh } from '../../stacks/three-tier';

/** The lab as it is delivered. */
export const lab: Mesh = threeTierMesh(defaultSettings, {
  pins: [],
  splits: new Map<string, Split>([
    ['frontend', 10],
    ['backend', 'follow'],
    ['ml', 'follow'],
  ]),
});

export const [frontend, backend, ml] = serviceTriple();

function serviceTriple(): [Service, Service, Service] {
  const [first, second, third] = lab.services;
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('the lab has three tiers');
  }
  return [first, second, third];
}

/** A service like the frontend; its Kubernetes Service has the name itself. */
export function service(name: string, difference: Partial<Service> = {}): Service {
  return { ...frontend, name, namespace: `ns-${name}`, serviceName: name, ...difference };
}

/** The same without a canary. */
export function single(full: Service): Service {
  const alone = { ...full };
  delete alone.canary;
  return alone;
}

/** Eleven services: most speak gRPC and have one release, one is a store, one stays out of the mesh. */
export function shop(): Mesh {
  const grpc = { ports: [{ number: 7000, protocol: 'grpc' }] } as const;
  const names = ['cart', 'catalog', 'currency', 'payment', 'shipping', 'email', 'checkout', 'ads'];
  const web = service('web');
  const inner = names.map((name) => single(service(name, grpc)));
  const advice = service('advice', grpc);
  const store = single(service('store', { ports: [{ number: 6379, protocol: 'tcp' }], sidecar: 'none' }));
  const services = [web, ...inner, advice, store];
  const calls: Call[] = services.slice(1).map((callee) => ({ caller: web, callee }));
  const splits = new Map([
    ['web', 0],
    ['advice', 5],
  ]);
  return {
    services,
    calls,
    edges: [{ service: web, hosts: ['shop.localhost'] }],
    traffic: { pins: [], splits },
  };
}

export function telemetry(mesh: Mesh): Telemetry {
  return labTelemetry(mesh, profiles.production, addOnUrlsOf(defaultSettings));
}
