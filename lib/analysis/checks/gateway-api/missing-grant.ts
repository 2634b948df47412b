import { indexBy } from '../../inventory/index-by';
import type { ReferenceGrant } from '../../views/gateway-api';
import type { Check } from '../check';
import { backendServices, gatewayApi, type NamedService, type Route, routesOf } from './routes';

/** Routes between services of the mesh need no grant: Istio asks for one at Gateways alone. */
export const missingGrant: Check = {
  code: 'LAB040',
  aliases: ['KIA1402'],
  level: 'error',
  title: 'A route to a Service of another namespace is granted there',
  reason: 'Without a ReferenceGrant in the namespace of the Service, the gateway answers such a route with 500.',
  remedy: "add a ReferenceGrant to the Service's namespace: from the kind and namespace of the route, to Services",
  link: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  *find(inventory) {
    const grants = indexBy(inventory.referenceGrants, ({ manifest }) => manifest.namespace);
    for (const named of routesOf(inventory).filter(isOfGateway).flatMap(backendServices)) {
      const { route, namespace, name, path } = named;
      const isOwn = namespace === route.manifest.namespace;
      if (!isOwn && !(grants.get(namespace) ?? []).some((grant) => allows(grant, named))) {
        const message = `no ReferenceGrant in namespace ${namespace} lets a ${route.manifest.kind} of namespace ${route.manifest.namespace} send to Service ${name}`;
        yield { manifest: route.manifest, path: [...path, 'namespace'], message };
      }
    }
  },
};

function isOfGateway({ spec }: Route): boolean {
  return spec.parentRefs.some(({ kind }) => kind !== 'Service' && kind !== 'ServiceEntry');
}

function allows({ spec }: ReferenceGrant, { route, name: wanted }: NamedService): boolean {
  const { kind, namespace } = route.manifest;
  return (
    spec.from.some((from) => from.group === gatewayApi && from.kind === kind && from.namespace === namespace) &&
    spec.to.some(
      ({ group = '', kind, name = '' }) =>
        (group === '' || group === 'core') && kind === 'Service' && (name === '' || name === wanted),
    )
  );
}
