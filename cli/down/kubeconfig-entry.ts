import { isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';

/**
 * A kubeconfig without a context, and without its cluster and user where no other context has them.
 * @returns nothing if no context is left; the text as it was if there is no such context, or if it can't be read
 */
export function withoutContext(text: string, context: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return text;
  }
  const contexts = listOf(document.get('contexts'));
  const gone = contexts.filter((one) => nameOf(one) === context);
  const left = contexts.filter((one) => nameOf(one) !== context);
  if (left.length === 0 && (gone.length > 0 || contexts.length === 0)) {
    return undefined;
  }
  if (gone.length === 0) {
    return text;
  }
  for (const [key, list] of [
    ['cluster', 'clusters'],
    ['user', 'users'],
  ] as const) {
    const used = new Set(left.map((one) => partOf(one, key)));
    const dropped = new Set(gone.map((one) => partOf(one, key)).filter((name) => !used.has(name)));
    keep(document.get(list), (one) => !dropped.has(nameOf(one)));
  }
  keep(document.get('contexts'), (one) => nameOf(one) !== context);
  if (document.get('current-context') === context) {
    document.set('current-context', '');
  }
  return document.toString();
}

function keep(list: unknown, wanted: (item: unknown) => boolean): void {
  if (isSeq(list)) {
    const all: YAMLSeq = list;
    all.items = all.items.filter(wanted);
  }
}

function listOf(list: unknown): unknown[] {
  return isSeq(list) ? list.items : [];
}

function nameOf(item: unknown): unknown {
  return isMap(item) ? item.get('name') : undefined;
}

function partOf(item: unknown, key: string): unknown {
  return isMap(item) ? item.getIn(['context', key]) : undefined;
}
