import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { isVisible } from '../../inventory/visibility';
import { destinationPolicyOf, subsetOf } from '../../transport/destination-policy';
import type { DestinationRule } from '../../views/destination-rule';
import { isForMesh, type VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention } from '../mention';
import { allDestinations } from '../../routing/destinations';
import { gatewaysOf } from './gateway-name';
import { hiddenSubsets } from './hidden-subset';

/** A rule that the proxy can't see is as good as none, which neither Kiali nor Istio's analysis look at. */
export const missingSubset: Check = {
  code: 'KIA1107',
  aliases: ['IST0101'],
  level: 'error',
  title: 'Every subset that a VirtualService names is one that a DestinationRule makes',
  reason: 'A route to a subset that nobody makes answers 503.',
  remedy: 'add the subset to the DestinationRule of the host, or name one that it has',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination-subset',
  *find(inventory) {
    for (const named of allDestinations(inventory.virtualServices)) {
      const { route, destination, path } = named;
      const { host = '', subset = '' } = destination;
      const target = qualified(host, route.manifest.namespace);
      if (subset !== '' && inventory.knowsHost(target)) {
        const rules = inventory.destinationRulesOf(target);
        const making = rules.filter(({ spec }) => spec.subsets.some(({ name }) => name === subset));
        const [first] = making;
        const where = { manifest: route.manifest, path: [...path, 'subset'] };
        if (first === undefined) {
          const names = rules.flatMap(({ spec }) => spec.subsets.map(({ name = '' }) => name));
          const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
          yield { ...where, message: `no DestinationRule makes a subset ${subset} of ${target}: ${known}` };
        } else if (!isSeen(inventory, making, route, { host: target, subset })) {
          const message = `the proxies of this route can't see ${mention(first.manifest)}, which makes subset ${subset}`;
          yield { ...where, message, remedy: 'export the DestinationRule to their namespace' };
        } else {
          yield* hiddenSubsets(inventory, named, target, first);
        }
      }
    }
  },
};

/** Whether of each kind of proxy that uses a route there is one that finds the subset. */
function isSeen(
  inventory: Inventory,
  making: readonly DestinationRule[],
  route: VirtualService,
  { host, subset }: { readonly host: string; readonly subset: string },
): boolean {
  const finds = (namespace: string): boolean =>
    [{}, ...inventory.pods.in(namespace).map(({ labels }) => labels)].some(
      (labels) => subsetOf(destinationPolicyOf(inventory, host, { namespace, labels }), subset) !== undefined,
    );
  const { exportTo: routeTo } = route.spec;
  const exported = making.flatMap(({ manifest, spec }) => [manifest.namespace, ...spec.exportTo]);
  const candidates = new Set([route.manifest.namespace, ...exported, ...routeTo]);
  const readers = [...candidates].filter(
    (client) => inventory.namespaces.has(client) && isVisible(routeTo, route.manifest.namespace, client),
  );
  const clients = [...(isForMesh(route) ? [readers] : []), ...gatewayClients(inventory, route, readers)];
  return clients.every((ones) => ones.some(finds));
}

/** The namespaces of the proxies of each gateway: anywhere the route is seen, unless the files show them. */
function gatewayClients(inventory: Inventory, route: VirtualService, readers: string[]): string[][] {
  return gatewaysOf(inventory, route).map(({ gateway }) => {
    const pods = gateway === undefined ? [] : inventory.pods.selected(gateway.spec.selector);
    const isKnown = pods.length > 0 && !pods.some(({ manifest }) => isAssumed(manifest));
    return isKnown ? [...new Set(pods.map(({ namespace }) => namespace))] : readers;
  });
}
