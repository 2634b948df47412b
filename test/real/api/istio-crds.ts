import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../parts/root';
import { until } from '../parts/until';
import type { ApiClient } from './api-client';
import { applyAll, complaints } from './application';
import { type Manifest, manifestsOf } from './manifests';

const Crd = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(z.object({ name: z.string(), served: z.boolean() })),
  }),
});

const platformNamespaces = ['istio-system', 'istio-ingress', 'observability'];

function namespace(name: string): Manifest {
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  return { object, text: JSON.stringify(object), title: `Namespace ${name}` };
}

/**
 * Makes of the server one that has a platform: its namespaces, and the kinds of Istio, from the very schemas that the
 * bindings are generated from.
 */
export async function installIstioCrds(client: ApiClient): Promise<void> {
  const schemas = join(root, 'imports', 'schemas');
  const files = readdirSync(schemas).filter((file) => file.startsWith('istio-'));
  const manifests = files.flatMap((file) => manifestsOf(join(schemas, file)));
  const problems = complaints(await applyAll(client, [...platformNamespaces.map(namespace), ...manifests]));
  if (manifests.length === 0 || problems.length > 0) {
    throw new Error(['the CustomResourceDefinitions of Istio were not installed', ...problems].join('\n'));
  }
  for (const { object, title } of manifests) {
    const { group, names, versions } = Crd.parse(object).spec;
    for (const { name } of versions.filter(({ served }) => served)) {
      await until(`${title} is established`, () => client.serves(`${group}/${name}`, names.kind));
    }
  }
}
