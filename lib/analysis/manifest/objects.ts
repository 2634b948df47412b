import * as z from 'zod';
import type { DocumentText } from './document';
import { scalarLabels } from './lenient';
import type { Manifest, Origin } from './manifest';

const head = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z
    .looseObject({
      name: z.unknown(),
      generateName: z.unknown(),
      namespace: z.unknown(),
      labels: scalarLabels,
      annotations: scalarLabels,
    })
    .partial()
    .optional()
    .catch(undefined),
});
const list = z.object({ kind: z.string().endsWith('List'), items: z.array(z.unknown()) });

/** Kinds that live in no namespace, as far as analysis meets them. */
const clusterScoped = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** Objects that are there as values already. */
export function manifestsOf(values: readonly unknown[], document: DocumentText): Manifest[] {
  return values.flatMap((value) => manifestsIn(value, { document, path: [] })).filter((one) => one !== undefined);
}

/** The objects of one document; nothing for each that is no Kubernetes object. */
export function manifestsIn(content: unknown, origin: Origin): (Manifest | undefined)[] {
  const items = list.safeParse(content).data?.items;
  return items === undefined
    ? [manifestOf(content, origin)]
    : items.flatMap((item, index) => manifestsIn(item, { ...origin, path: [...origin.path, 'items', index] }));
}

function manifestOf(value: unknown, origin: Origin): Manifest | undefined {
  const content = head.safeParse(value).data;
  if (content === undefined) {
    return undefined;
  }
  const { apiVersion, kind, metadata } = content;
  const namespace = word(metadata?.namespace) ?? 'default';
  return {
    apiVersion,
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind,
    namespace: clusterScoped.has(kind) ? '' : namespace,
    name: word(metadata?.name) ?? word(metadata?.generateName) ?? '',
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    content,
    origin,
  };
}

/** A name that looks like a number is still a name to the reader of a finding. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
