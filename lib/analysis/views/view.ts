import * as z from 'zod';
import type { Manifest } from '../manifest/manifest';
import { item } from '../manifest/lenient';

/** An object of one kind: where it comes from, and its specification as far as it can be read. */
export interface View<S> {
  readonly manifest: Manifest;
  readonly spec: S;
}

/** How objects of one kind are read: once each, however many inventories hold them. */
export interface Viewer<S> {
  readonly group: string;
  readonly kind: string;
  readonly view: (manifest: Manifest) => View<S>;
}

/** A kind whose fields of interest are below `spec`. */
export function viewerOf<S extends z.ZodRawShape>(
  group: string,
  kind: string,
  spec: S,
): Viewer<z.output<z.ZodObject<S>>> {
  const shape = item(spec);
  const seen = new WeakMap<Manifest, View<z.output<z.ZodObject<S>>>>();
  const view = (manifest: Manifest): View<z.output<z.ZodObject<S>>> => {
    const found = seen.get(manifest) ?? { manifest, spec: shape.parse(manifest.content['spec']) };
    seen.set(manifest, found);
    return found;
  };
  return { group, kind, view };
}
