import type { Mesh } from '../lib/model/mesh';
import type { Service } from '../lib/model/service';
import { defaultSettings } from '../stacks/settings';
import { threeTierMesh } from '../stacks/three-tier';

const servicesPerNamespace = 10;

/** A made-up mesh that is a tree: every service is called by one of those before it, ten services a namespace. */
export function tree(size: number): Mesh {
  const small = threeTierMesh(defaultSettings, { pins: [{ header: 'x-canary', value: 'true' }], splits: new Map() });
  const [pattern] = small.services;
  if (pattern === undefined) {
    throw new Error('the three-tier mesh has no services');
  }
  const services: Service[] = Array.from({ length: size }, (_, index) => ({
    ...pattern,
    name: `service-${index}`,
    namespace: `namespace-${Math.floor(index / servicesPerNamespace)}`,
    serviceName: `service-${index}`,
  }));
  const calls = services.flatMap((callee, index) => {
    const caller = services[Math.floor((index - 1) / 3)];
    return caller === undefined ? [] : [{ caller, callee }];
  });
  const splits = new Map(services.map((service, index) => [service.name, index === 0 ? 10 : ('follow' as const)]));
  return { ...small, services, calls, edges: [], traffic: { ...small.traffic, splits } };
}
