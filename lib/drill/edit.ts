import * as z from 'zod';

/** The content of a Kubernetes object, as plain values. */
export type Content = Readonly<Record<string, unknown>>;

/** Steps from an object to one of its fields. */
type Path = readonly [string, ...string[]];

const mapping = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.unknown()).catch([]);

/** The content with one field changed; a field that becomes `undefined` is left out. Nothing else changes. */
export function edited(content: Content, [step, ...rest]: Path, change: (value: unknown) => unknown): Content {
  const [next, ...others] = rest;
  const value =
    next === undefined ? change(content[step]) : edited(mapping.parse(content[step]), [next, ...others], change);
  const kept = Object.entries(content).filter(([key]) => key !== step);
  return value === undefined
    ? Object.fromEntries(kept)
    : step in content
      ? Object.fromEntries(Object.entries(content).map(([key, old]) => [key, key === step ? value : old]))
      : { ...content, [step]: value };
}

/** The content with every item of a list changed; an item that becomes `undefined` is left out. */
export function editedItems(content: Content, path: Path, change: (item: Content) => Content | undefined): Content {
  return edited(content, path, (items) =>
    list
      .parse(items)
      .map((item) => change(mapping.parse(item)))
      .filter((item) => item !== undefined),
  );
}

/** The content with every field of a name changed, wherever it stands. */
export function editedEverywhere(content: Content, name: string, change: (value: unknown) => unknown): Content {
  return mapping.parse(replaced(content, name, change));
}

function replaced(value: unknown, name: string, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => replaced(item, name, change));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === name ? change(inner) : replaced(inner, name, change)]),
  );
}

/** What a field holds, if it is a list. */
export function itemsIn(value: unknown): readonly Content[] {
  return list.parse(value).map((item) => mapping.parse(item));
}

/** What a field holds, if it is a mapping. */
export function mappingIn(value: unknown): Content {
  return mapping.parse(value);
}
