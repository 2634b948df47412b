import { type Mesh, membersOf } from '../mesh';
import type { Problem } from '../problem';
import { repeated } from './repeated';

/** No two services may own the same objects. */
export function uniqueness(mesh: Mesh): Problem[] {
  const names = repeated(membersOf(mesh), ({ name }) => name).map(({ name }) => ({
    path: ['services', name, 'name'],
    value: name,
    rule: 'a name is used once in a mesh: splits, labels, identities and dashboards tell services and jobs apart by it',
    remedy: `rename one of those called ${name}`,
  }));
  const hosts = repeated(mesh.services, (service) => `${service.namespace}/${service.serviceName}`).map((service) => ({
    path: ['services', service.name, 'serviceName'],
    value: `${service.namespace}/${service.serviceName}`,
    rule: 'a Kubernetes Service belongs to one service of the mesh: the second would overwrite the first',
    remedy: `give ${service.name} a serviceName or a namespace of its own`,
  }));
  return [...names, ...hosts];
}
