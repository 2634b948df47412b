import type { Manifest } from '../analysis/manifest/manifest';
import type { Content } from './edit';

/** Which object is meant. */
export interface Subject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What is done to one object. */
export interface Change {
  readonly subject: Subject;
  /**
   * The object as it is to be; nothing if it is to go. A pure function of the object as it is, which is nothing if it
   * is not there, so that it does the same to a file and to what a cluster has.
   */
  readonly mutate: (content: Content | undefined) => Content | undefined;
}

export function change({ apiVersion, kind, namespace, name }: Subject, mutate: (content: Content) => Content): Change {
  return {
    subject: { apiVersion, kind, namespace, name },
    mutate: (content) => (content === undefined ? undefined : mutate(content)),
  };
}

export function removal({ apiVersion, kind, namespace, name }: Subject): Change {
  return { subject: { apiVersion, kind, namespace, name }, mutate: () => undefined };
}

/** `VirtualService shop/shop-vs` */
export function subjectName({ kind, namespace, name }: Subject): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** An object after some changes, and the file it stands in. */
export interface ChangedObject {
  readonly file: string;
  readonly content: Content;
  /** Whether a change made it what it is. */
  readonly isChanged: boolean;
}

/** Where objects stand that no file had. */
const newFile = 'added-by-drill.k8s.yaml';

/** Objects after some changes; those that are added come last. */
export function changedObjects(manifests: readonly Manifest[], changes: readonly Change[]): ChangedObject[] {
  const isOf = ({ subject: { kind, namespace, name } }: Change, manifest: Manifest): boolean =>
    kind === manifest.kind && namespace === manifest.namespace && name === manifest.name;
  const kept = manifests.flatMap((manifest): ChangedObject[] => {
    const own = changes.filter((one) => isOf(one, manifest));
    const content = own.reduce((now: Content | undefined, { mutate }) => mutate(now), manifest.content);
    return content === undefined
      ? []
      : [{ file: manifest.origin.document.file.name, content, isChanged: own.length > 0 }];
  });
  const added = changes
    .filter((one) => !manifests.some((manifest) => isOf(one, manifest)))
    .flatMap(({ mutate }): ChangedObject[] => {
      const content = mutate(undefined);
      return content === undefined ? [] : [{ file: newFile, content, isChanged: true }];
    });
  return [...kept, ...added];
}

/** The same without where they stand. */
export function changed(manifests: readonly Manifest[], changes: readonly Change[]): Content[] {
  return changedObjects(manifests, changes).map(({ content }) => content);
}
