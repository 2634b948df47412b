import type { DocumentText } from './document';

/** Where a field stands in an object, outermost first: `['spec', 'http', 0, 'route']`. */
export type FieldPath = readonly (string | number)[];

/** Labels, annotations, selectors. */
export type Labels = Readonly<Record<string, string>>;

/** Where an object was written down. */
export interface Origin {
  readonly document: DocumentText;
  /** The object's place in the document: empty, or the place in a List's items. */
  readonly path: FieldPath;
}

/** One Kubernetes object as written, of whatever kind. */
export interface Manifest {
  readonly apiVersion: string;
  /** `networking.istio.io`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** `default` if the object names none; empty for kinds that live in no namespace. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** The whole object as plain values. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
}

/** A field of the metadata of an object as it is written; nothing if it is not there. */
export function metadataOf({ content: { metadata } }: Manifest, field: string): unknown {
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, field) : undefined;
}

/** `VirtualService frontend/frontend-vs`, as users name an object. */
export function nameOf({ kind, namespace, name }: Manifest): string {
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** What tells an object from all others: `VirtualService frontend/frontend-vs`, and the group, because names repeat between groups. */
export function keyOf(manifest: Manifest): string {
  return `${manifest.group} ${nameOf(manifest)}`;
}

/** `NetworkPolicy shop/default-deny, shop/orders`: objects of one kind, each once. */
export function namesOf(manifests: readonly Manifest[]): string {
  const [first] = manifests;
  const names = new Set(manifests.map(({ namespace, name }) => `${namespace}/${name}`));
  return first === undefined ? '' : `${first.kind} ${[...names].join(', ')}`;
}

/** `spec.http[0].match`, as users write fields. */
export function fieldName(path: FieldPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
