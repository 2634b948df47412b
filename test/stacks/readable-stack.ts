import { stringify } from 'yaml';

/** A stack as a reviewer reads it: its JSON, with each document that it holds as text in a file of its own. */
export interface ReadableStack {
  readonly text: string;
  /** YAML by file name, such as `observability/dashboards/canary.yaml`. */
  readonly documents: ReadonlyMap<string, string>;
}

/**
 * Takes the JSON documents out of the JSON of a stack: values of charts, dashboards.
 * @throws Error if a document is not written as `JSON.stringify` writes it, as then its file would not show all of it
 */
export function readableStack(stack: string, json: string): ReadableStack {
  const documents = new Map<string, string>();
  const text = JSON.stringify(withoutDocuments(JSON.parse(json), [stack], documents), undefined, 2);
  return { text: `${text}\n`, documents };
}

function withoutDocuments(value: unknown, path: readonly string[], documents: Map<string, string>): unknown {
  if (Array.isArray(value)) {
    return value.map((each, index) => withoutDocuments(each, [...path, String(index)], documents));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, withoutDocuments(each, [...path, key], documents)]),
    );
  }
  if (typeof value !== 'string' || !value.startsWith('{"')) {
    return value;
  }
  const document: unknown = JSON.parse(value);
  if (JSON.stringify(document) !== value) {
    throw new Error(`${path.join('.')} is not written as JSON.stringify writes it`);
  }
  const file = fileOf(path);
  documents.set(file, stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }));
  return `the text of ${file}`;
}

/** From `observability.resource.helm_release.add-ons_prometheus_3F2A.values.0` to `observability/prometheus/values.yaml`. */
function fileOf([stack = '', , , resource = '', ...field]: readonly string[]): string {
  const name = resource.replace(/_[0-9A-F]{8}$/, '').replace(/^.*_/, '');
  const words = field.filter((word) => word !== 'data' && word !== '0').map((word) => word.replace(/\.json$/, ''));
  return `${[stack, name, ...words].join('/')}.yaml`;
}
