import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { repeated } from './repeated';

/** No two services may own the same objects. */
export function uniqueness(mesh: Mesh): Problem[] {
  const names = repeated(mesh.services, (service) => service.name).map((service) => ({
    path: ['services', service.name, 'name'],
    value: service.name,
    rule: 'a service name is used once in a mesh: splits, labels, identities and dashboards tell services apart by it',
    remedy: `rename one of the services called ${service.name}`,
  }));
  const hosts = repeated(mesh.services, (service) => `${service.namespace}/${service.serviceName}`).map((service) => ({
    path: ['services', service.name, 'serviceName'],
    value: `${service.namespace}/${service.serviceName}`,
    rule: 'a Kubernetes Service belongs to one service of the mesh: the second would overwrite the first',
    remedy: `give ${service.name} a serviceName or a namespace of its own`,
  }));
  return [...names, ...hosts];
}
