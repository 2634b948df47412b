import { isAssumed } from '../../inventory/assumed';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { selects } from '../../views/selector';
import type { VirtualService } from '../../views/virtual-service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';
import { gatewaysOf } from './gateway-name';

export const claimsWithoutAuthentication: Check = {
  code: 'IST0149',
  level: 'error',
  title: 'Claims of a token are matched where tokens are checked',
  reason: 'A gateway knows the claims of tokens that a RequestAuthentication lets it check; others match nothing.',
  remedy: 'add a RequestAuthentication that selects the pods of the gateway',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0149/',
  *find(inventory) {
    for (const route of inventory.virtualServices) {
      const path = claimIn(route);
      for (const { gateway } of path === undefined ? [] : gatewaysOf(inventory, route)) {
        const pods = gateway === undefined ? [] : inventory.pods.selected(gateway.spec.selector);
        if (
          path !== undefined &&
          gateway !== undefined &&
          pods.some((workload) => !checksTokens(inventory, workload))
        ) {
          const message = `no RequestAuthentication selects the pods of ${mention(gateway.manifest)}`;
          yield { manifest: route.manifest, path, message };
        }
      }
    }
  },
};

/** Where the first match of a claim stands. */
function claimIn({ spec }: VirtualService): FieldPath | undefined {
  for (const [index, { match }] of spec.http.entries()) {
    for (const [number, { headers, withoutHeaders }] of match.entries()) {
      for (const [field, names] of Object.entries({ headers, withoutHeaders })) {
        const claim = Object.keys(names).find((name) => /^@request\.auth\.claims[.[]/i.test(name));
        if (claim !== undefined) {
          return ['spec', 'http', index, 'match', number, field, claim];
        }
      }
    }
  }
  return undefined;
}

/** Where a gateway really runs that is taken for granted nobody knows, so a policy of any namespace will do. */
function checksTokens(inventory: Inventory, { manifest, namespace, labels }: Workload): boolean {
  return inventory.requestAuthentications.some(({ manifest: { namespace: own }, spec }) => {
    const isNear = own === namespace || own === inventory.mesh.rootNamespace || isAssumed(manifest);
    const isBound = spec.targetRef !== undefined || spec.targetRefs.length > 0;
    return isNear && !isBound && (spec.selector === undefined || selects(spec.selector, labels));
  });
}
