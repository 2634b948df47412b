import { parseAllDocuments, stringify } from 'yaml';
import type { CheckExample } from '../../lib/analysis/checks/page';
import { findings } from '../../lib/analysis/checks/run';
import { allChecks } from '../../lib/analysis/checks/table';
import { inventoryOf } from '../../lib/analysis/inventory/inventory';
import { readManifests } from '../../lib/analysis/manifest/read';
import type { CheckCases } from './check-cases';

/** What the page of a check shows of its cases. */
export function exampleOf({ broken, clean, example = {} }: CheckCases): Omit<CheckExample, 'reads'> {
  const text = chosen(broken, example.broken);
  const { manifests } = readManifests([{ name: 'broken.yaml', text }]);
  return { broken: text, found: findings(inventoryOf(manifests), allChecks), clean: chosen(clean, example.clean) };
}

/**
 * A case by its name, or the first of all; written out in blocks, as most people write YAML.
 * @throws Error if there is none
 */
function chosen(cases: Readonly<Record<string, string>>, name = Object.keys(cases)[0] ?? ''): string {
  const text = cases[name];
  if (text === undefined) {
    throw new Error(`there is no case "${name}"`);
  }
  const contents = parseAllDocuments(text).map((document) => {
    const content: unknown = document.toJS();
    return content;
  });
  return contents
    .filter((content) => content !== null)
    .map((content) => stringify(content, { lineWidth: 0 }))
    .join('---\n');
}
