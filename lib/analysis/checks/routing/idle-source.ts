import type { Hit } from '../../finding';
import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import type { HttpMatch, VirtualService } from '../../views/virtual-service';
import type { Check } from '../check';
import { mention } from '../mention';
import { delegationsIn } from './delegations';

/** Rules for connections are another matter: there a sidecar looks at everything that a match says. */
export const idleSource: Check = {
  code: 'LAB082',
  level: 'error',
  title: 'A match that names gateways does not ask who the caller is',
  reason:
    'Where a match of HTTP names gateways, Istio looks neither at its sourceLabels nor at its sourceNamespace: the rule takes the requests of every caller.',
  remedy: 'leave out `gateways` in the match: labels and a namespace are looked at by sidecars alone',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go',
  *find(inventory) {
    for (const route of inventory.virtualServices) {
      for (const { match, path, field } of sourcesIn(route)) {
        if (match.gateways.length > 0) {
          const message = `the match names gateways (${match.gateways.join(', ')}), so its ${field} is not looked at`;
          yield { manifest: route.manifest, path, message };
        }
      }
    }
    yield* delegatedSources(inventory);
  },
};

/** What a delegate asks of the caller, where the rule that delegates to it names gateways. */
function* delegatedSources(inventory: Inventory): Generator<Hit> {
  for (const { route, rule, path: place, delegate } of delegationsIn(inventory)) {
    const number = rule.match.findIndex(({ gateways }) => gateways.length > 0);
    for (const { match, path, field } of delegate === undefined || number < 0 ? [] : sourcesIn(delegate)) {
      if (delegate !== undefined && match.gateways.length === 0) {
        const by = mention(route.manifest, [...place, 'match', number, 'gateways']);
        const message = `${by} names gateways in the match that delegates to it, so its ${field} is not looked at`;
        yield { manifest: delegate.manifest, path, message };
      }
    }
  }
}

interface AskedSource {
  readonly match: HttpMatch;
  readonly field: string;
  readonly path: FieldPath;
}

/** Where matches of HTTP ask who the caller is. */
function* sourcesIn({ spec }: VirtualService): Generator<AskedSource> {
  for (const [index, rule] of spec.http.entries()) {
    for (const [number, match] of rule.match.entries()) {
      const asked = {
        sourceLabels: Object.keys(match.sourceLabels).length > 0,
        sourceNamespace: (match.sourceNamespace ?? '') !== '',
      };
      for (const [field] of Object.entries(asked).filter(([, isAsked]) => isAsked)) {
        yield { match, field, path: ['spec', 'http', index, 'match', number, field] };
      }
    }
  }
}
