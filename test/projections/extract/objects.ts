import { parse } from 'yaml';
import * as z from 'zod';

export const Labels = z.record(z.string(), z.string());
export type Labels = z.infer<typeof Labels>;

const KubeObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().default(''), labels: Labels.default({}) }),
});
export type KubeObject = z.infer<typeof KubeObject>;

/** API groups that may open or close an edge, and what of them is read, or known to do neither. */
const groups: ReadonlyMap<string, readonly string[]> = new Map([
  ['apps', ['Deployment']],
  ['batch', ['Job', 'CronJob']],
  ['networking.k8s.io', ['NetworkPolicy']],
  ['security.istio.io', ['AuthorizationPolicy', 'PeerAuthentication']],
  ['networking.istio.io', ['Sidecar', 'ServiceEntry', 'VirtualService', 'DestinationRule', 'Gateway', 'EnvoyFilter']],
]);

/** Many documents of many files are alike, and parsing takes most of the time. */
const parsed = new Map<string, KubeObject>();

/** Every object of some YAML files; throws for a kind that could open an edge and that nobody reads here. */
export function objectsIn(texts: readonly string[]): KubeObject[] {
  const documents = texts.flatMap((text) => text.split(/^---$/m)).filter((text) => text.trim() !== '');
  return documents.map((text) => {
    const object = parsed.get(text) ?? KubeObject.parse(parse(text));
    parsed.set(text, object);
    const group = object.apiVersion.includes('/') ? object.apiVersion.replace(/\/.*/, '') : '';
    if (object.kind === 'Pod' || groups.get(group)?.includes(object.kind) === false) {
      throw new Error(`${nameOf(object)}: this kind may open an edge; say in ${__filename} how it is read`);
    }
    return object;
  });
}

/** `Kind namespace/name`, or `Kind name`. */
export function nameOf({ kind, metadata: { namespace, name } }: KubeObject): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** Every object of a kind, as far as its schema goes. */
export function allOf<T>(objects: readonly KubeObject[], kind: string, schema: z.ZodType<T>): T[] {
  return objects.filter((object) => object.kind === kind).map((object) => schema.parse(object));
}

/** Metadata as the schemas of single kinds need it. */
export const Metadata = z.object({ name: z.string(), namespace: z.string().default('') });
