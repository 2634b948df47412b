import type { View, Viewer } from '../views/view';
import { indexBy } from './index-by';
import type { Manifest } from '../manifest/manifest';

/** Finds objects by kind and by name. */
export class ManifestIndex {
  private readonly byKind: ReadonlyMap<string, readonly Manifest[]>;
  private readonly byName: ReadonlyMap<string, readonly Manifest[]>;

  /**
   * @param manifests everything that is there, what is taken for granted included
   * @param repeated of objects that are written more than once all that is written, in its order. @default - none
   */
  constructor(
    readonly manifests: readonly Manifest[],
    readonly repeated: readonly (readonly Manifest[])[] = [],
  ) {
    this.byKind = indexBy(manifests, ({ group, kind }) => kindKey(group, kind));
    this.byName = indexBy(manifests, ({ group, kind, namespace, name }) => nameKey(group, kind, namespace, name));
  }

  /** All objects of a kind, in the order of the files. */
  ofKind(group: string, kind: string): readonly Manifest[] {
    return this.byKind.get(kindKey(group, kind)) ?? [];
  }

  /** An object by its name; the namespace is empty for kinds that live in none. */
  named(group: string, kind: string, namespace: string, name: string): Manifest | undefined {
    return this.byName.get(nameKey(group, kind, namespace, name))?.[0];
  }

  /** All objects of a kind, as far as they can be read. */
  views<S>({ group, kind, view }: Viewer<S>): readonly View<S>[] {
    return this.ofKind(group, kind).map(view);
  }
}

function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function nameKey(group: string, kind: string, namespace: string, name: string): string {
  return `${group}/${kind} ${namespace}/${name}`;
}
