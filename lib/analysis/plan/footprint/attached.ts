import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { meshConfigOf, meshConfigsIn } from '../../inventory/mesh-config';
import { SelectorIndex } from '../../inventory/selector-index';
import type { Labels, Manifest } from '../../manifest/manifest';
import { selectorOf } from '../../views/sidecar';

/** Pods as selectors see them. */
export interface Pods {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Finds what may be about some pods by their labels or namespace, by all versions of all objects of a plan. */
export class Attached {
  private readonly namespaces: ReadonlyMap<string, readonly Manifest[]>;
  private readonly networkPolicies;
  private readonly policies;
  private readonly sidecars;
  private readonly rootNamespaces: readonly string[];

  constructor(versions: Inventory) {
    this.namespaces = indexBy(versions.ofKind('', 'Namespace'), ({ name }) => name);
    this.networkPolicies = new SelectorIndex(versions.networkPolicies, {
      namespaceOf,
      selectorOf: ({ spec }) => spec.podSelector,
    });
    this.policies = new SelectorIndex(
      [...versions.peerAuthentications, ...versions.authorizationPolicies, ...versions.requestAuthentications],
      { namespaceOf, selectorOf: ({ spec }) => spec.selector },
    );
    this.sidecars = new SelectorIndex(versions.sidecars, {
      namespaceOf,
      selectorOf: (one) => ({ matchLabels: selectorOf(one), matchExpressions: [] }),
    });
    this.rootNamespaces = [undefined, ...meshConfigsIn(versions)].map((one) => meshConfigOf(one).rootNamespace);
  }

  /** What decides whether their packets leave and arrive, and whether they are in the mesh. */
  network({ namespace, labels }: Pods): Manifest[] {
    const policies = this.networkPolicies.selecting(namespace, labels).map(manifestOf);
    return [...(this.namespaces.get(namespace) ?? []), ...policies];
  }

  /** What decides whom their own proxies let in. */
  policiesOf({ namespace, labels }: Pods): Manifest[] {
    return this.reaching(namespace).flatMap((owner) => this.policies.selecting(owner, labels).map(manifestOf));
  }

  /** What decides what their own proxies know. */
  sidecarsOf({ namespace, labels }: Pods): Manifest[] {
    return this.reaching(namespace).flatMap((owner) => this.sidecars.selecting(owner, labels).map(manifestOf));
  }

  private reaching(namespace: string): string[] {
    return [...new Set([namespace, ...this.rootNamespaces])];
  }
}

function namespaceOf({ manifest }: { readonly manifest: Manifest }): string {
  return manifest.namespace;
}

function manifestOf({ manifest }: { readonly manifest: Manifest }): Manifest {
  return manifest;
}
