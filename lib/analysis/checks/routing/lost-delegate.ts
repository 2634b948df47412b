import type { Hit } from '../../finding';
import { indexBy } from '../../inventory/index-by';
import { isVisible } from '../../inventory/visibility';
import { bothMatch } from '../../routing/delegates';
import type { VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention } from '../mention';
import { type Delegation, delegationsIn } from './delegations';

/** A delegate of several rules may have a part for each: what one of them takes is not lost. */
export const lostDelegate: Check = {
  code: 'LAB083',
  level: 'error',
  title: 'Every rule of a delegate is one that requests can get to',
  reason:
    'Istio drops a rule of a delegate without a word if one of its matches is not a part of what the delegating rule takes, and all of them if it does not find the delegate.',
  remedy:
    'repeat in the match of the delegate what the delegating rule asks for, and narrow it: a prefix below its prefix, no expressions in either, the same ignoreUriCase',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate',
  *find(inventory) {
    const usable = [];
    for (const delegation of delegationsIn(inventory)) {
      const message = whyUnusable(delegation);
      if (message === undefined) {
        usable.push(delegation);
      } else {
        const { route, path } = delegation;
        const remedy =
          'name a VirtualService without hosts, which is exported to the namespace of the one that delegates';
        yield { manifest: route.manifest, path: [...path, 'delegate'], message, remedy };
      }
    }
    for (const [delegate, delegations] of indexBy(usable, (one) => one.delegate)) {
      yield* droppedRules(delegate, delegations);
    }
  },
};

/** @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/virtualservice.go mergeVirtualServicesIfNeeded */
function whyUnusable({ route, delegate, namespace, name }: Delegation): string | undefined {
  if (delegate === undefined) {
    return `there is no VirtualService ${name} in namespace ${namespace}`;
  }
  const { hosts, exportTo } = delegate.spec;
  if (hosts.length > 0) {
    return `${mention(delegate.manifest, ['spec', 'hosts'])} has hosts of its own, so it is nobody’s delegate`;
  }
  const reader = route.manifest.namespace;
  return isVisible(exportTo, namespace, reader)
    ? undefined
    : `${mention(delegate.manifest, ['spec', 'exportTo'])} is not exported to namespace ${reader}`;
}

function* droppedRules({ manifest, spec }: VirtualService, delegations: readonly Delegation[]): Generator<Hit> {
  for (const [index, inner] of spec.http.entries()) {
    if (delegations.every(({ rule }) => bothMatch(rule.match, inner.match) === undefined)) {
      const by = delegations.map(({ route, path }) => mention(route.manifest, [...path, 'match']));
      const message = `Istio drops the rule: not all that it matches is surely a part of what ${by.join(' or ')} matches`;
      yield { manifest, path: ['spec', 'http', index, 'match'], message };
    }
  }
}
