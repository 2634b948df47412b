import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import type { Check } from '../check';
import { operationValues } from './rule-values';

/**
 * Hosts of a policy are compared with what clients send, which can be any name from outside. Only a
 * name that can't be one from outside is looked up: a short name, `name.namespace`, and the names of
 * the cluster's own domain (which Kiali leaves out).
 */
export const unknownHost: Check = {
  code: 'KIA0104',
  level: 'warning',
  title: 'Every host of the mesh that an AuthorizationPolicy names exists',
  reason: 'Nobody asks for a host that does not exist: the rule lets nobody in, or keeps nobody out.',
  remedy: 'write the host as clients do: the name of a Service, as short or as long as they use it, or any other host',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation',
  *find(inventory) {
    const routed = new Set(configurationOf(inventory).routes.flatMap(({ spec }) => spec.hosts));
    for (const { manifest, value, path } of operationValues(inventory, ['hosts', 'notHosts'])) {
      const name = value.replace(/:(\d+|\*)$/, '').toLowerCase();
      const host = fullName(inventory, name, manifest.namespace);
      if (host !== undefined && !routed.has(name) && !knows(inventory, host)) {
        yield { manifest, path, message: `no Service and no ServiceEntry has the host ${host}` };
      }
    }
  },
};

/** The full name of what can only be a host of the mesh. */
function fullName({ namespaces, mesh }: Inventory, name: string, namespace: string): string | undefined {
  const [, owner = '', ...rest] = name.split('.');
  const isAddress = name === 'localhost' || /^[\d.]+$|[*:[]/.test(name);
  if (isAddress || (owner === '' && namespace === mesh.rootNamespace)) {
    return undefined;
  }
  if (owner === '') {
    return qualified(name, namespace);
  }
  const isOfCluster = rest.length === 0 ? namespaces.has(owner) : name.endsWith('.svc.cluster.local');
  return isOfCluster ? name.replace(/(\.svc\.cluster\.local)?$/, '.svc.cluster.local') : undefined;
}

/** Pods of a headless Service have names below its own. */
function knows(inventory: Inventory, host: string): boolean {
  return inventory.knowsHost(host) || inventory.serviceOf(host.slice(host.indexOf('.') + 1)) !== undefined;
}
