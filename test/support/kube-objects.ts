import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import type { ManifestFile } from '../../lib/output/manifest-files';

const KubeObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
});

export type KubeObject = z.output<typeof KubeObject>;

/** Every object of every file, in the order in which they are written. */
export function objectsIn(files: readonly ManifestFile[]): KubeObject[] {
  return files.flatMap(({ text }) => parseAllDocuments(text).map((document) => KubeObject.parse(document.toJS())));
}

/** Every object of a kind. */
export function ofKind(kind: string, objects: readonly KubeObject[]): KubeObject[] {
  return objects.filter((object) => object.kind === kind);
}

/** The one object of a kind and a name. */
export function named(kind: string, name: string, objects: readonly KubeObject[]): KubeObject {
  const [object, ...others] = ofKind(kind, objects).filter(({ metadata }) => metadata.name === name);
  if (object === undefined || others.length > 0) {
    throw new Error(`there are ${others.length + (object === undefined ? 0 : 1)} objects ${kind} ${name}`);
  }
  return object;
}

/** The wave in which Argo CD applies an object; NaN if it does not say. */
export function waveOf({ metadata }: KubeObject): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? NaN);
}
