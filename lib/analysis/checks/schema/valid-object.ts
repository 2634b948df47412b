import type { Hit } from '../../finding';
import type { Manifest } from '../../manifest/manifest';
import type { Check } from '../check';
import { alike, complaintOf } from './complaint';
import { schemaRules } from './rules/table';
import { istioGroups, knownKinds, schemaErrors } from './validators';

/** What the schema of a kind says, and what Istio's own validation asks for beyond it. */
export const validObject: Check = {
  code: 'IST0106',
  level: 'error',
  title: 'Every object of Istio fits the schema of its kind and passes the validation of Istio',
  reason: 'The API server refuses such an object, or drops the field, or istiod ignores the object.',
  remedy: 'write the field as the reference of the kind says',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0106/',
  *find(inventory) {
    for (const manifest of inventory.manifests) {
      if (istioGroups.has(manifest.group)) {
        yield* ofObject(manifest);
      }
    }
    for (const rule of schemaRules) {
      yield* rule(inventory);
    }
  },
};

function ofObject(manifest: Manifest): Iterable<Hit> {
  const { apiVersion, group, kind, content } = manifest;
  const key = `${group}/${kind}`;
  const known = knownKinds.get(key);
  if (known === undefined) {
    return [{ manifest, path: ['kind'], ...unknownKind(manifest) }];
  }
  const { versions, schema } = known;
  if (!versions.includes(apiVersion.slice(group.length + 1))) {
    const message = `${apiVersion} is no version of ${kind} that a cluster serves`;
    const remedy = `write one of ${versions.map((version) => `${group}/${version}`).join(', ')}`;
    return [{ manifest, path: ['apiVersion'], message, remedy }];
  }
  return schemaErrors(manifest).map((error) => ({ manifest, ...complaintOf(error, content, schema) }));
}

function unknownKind({ group, kind }: Manifest): Pick<Hit, 'message' | 'remedy'> {
  const message = `the group ${group} has no kind ${kind}`;
  const known = [...knownKinds.keys()].map((key) => key.split('/'));
  const owner = known.find(([, name]) => name === kind)?.[0];
  const kinds = known.filter(([owner]) => owner === group).map(([, name = '']) => name);
  const meant = alike(kind, kinds);
  const remedy = owner === undefined ? `write ${meant ?? `one of ${kinds.join(', ')}`}` : `write the group ${owner}`;
  return { message, remedy };
}
