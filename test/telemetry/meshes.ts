import type { Call } from '../../lib/model/call';
import type { Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import type { Telemetry } from '../../lib/telemetry/telemetry';
import { threeTiers } from '../support/three-tiers';

/** Three tiers, to whose canaries nothing but the split leads. */
export const tiers = threeTiers({ pins: [] });

export const [frontend, backend, ml] = tiers.services;

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
  return {
    mesh,
    gateway: {
      name: 'istio-ingressgateway',
      namespace: 'istio-ingress',
      labels: { istio: 'ingressgateway' },
    },
    datasource: 'prometheus',
    links: { Jaeger: 'http://jaeger.localhost', Kiali: 'http://kiali.localhost' },
    sidecarMemoryLimit: '256Mi',
  };
}
