import type { Manifest } from '../analysis/inventory/manifest';
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

export function addition(subject: Subject, content: Content): Change {
  const { apiVersion, kind, namespace, name } = subject;
  return { subject, mutate: () => ({ apiVersion, kind, metadata: { name, namespace }, ...content }) };
}

/** `VirtualService shop/shop-vs` */
export function subjectName({ kind, namespace, name }: Subject): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** The contents of objects after some changes; those that are added come last. */
export function changed(manifests: readonly Manifest[], changes: readonly Change[]): Content[] {
  const isOf = ({ subject: { kind, namespace, name } }: Change, manifest: Manifest): boolean =>
    kind === manifest.kind && namespace === manifest.namespace && name === manifest.name;
  const kept = manifests.map((manifest) =>
    changes
      .filter((one) => isOf(one, manifest))
      .reduce((content: Content | undefined, { mutate }) => mutate(content), manifest.content),
  );
  const added = changes
    .filter((one) => !manifests.some((manifest) => isOf(one, manifest)))
    .map(({ mutate }) => mutate(undefined));
  return [...kept, ...added].filter((content) => content !== undefined);
}
