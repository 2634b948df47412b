import { type Document, isCollection, visit } from 'yaml';

/** What Helm fills in: outside of a text no YAML that means something has it. @see https://helm.sh/docs/chart_template_guide/ */
const action = /\{\{-?\s*[\w.$"`(/]/;

/** Where a text has the first action of a template, in characters; nothing if it has none. */
export function actionIn(text: string): number | undefined {
  const at = text.search(action);
  return at < 0 ? undefined : at;
}

/** Where keys stand that are mappings or lists, which JSON does not have: a value in braces of a template looks like one. */
export function collectionKeys(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key)) {
        found.push(key.range?.[0] ?? 0);
      }
    },
  });
  return found;
}
