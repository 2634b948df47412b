import { type LabelSelector, selects } from '../views/selector';
import { indexBy } from './index-by';
import type { Labels } from '../manifest/manifest';

/** How an index reads its items. */
export interface Selecting<T> {
  /** Whose pods it can select. */
  readonly namespaceOf: (item: T) => string;
  /** Nothing selects every pod. */
  readonly selectorOf: (item: T) => LabelSelector | undefined;
}

/** Finds what selects a pod without looking at every selector of its namespace. */
export class SelectorIndex<T> {
  private readonly byKey: ReadonlyMap<string, readonly T[]>;

  constructor(
    items: Iterable<T>,
    private readonly by: Selecting<T>,
  ) {
    this.byKey = indexBy(items, (item) => {
      const [label] = Object.entries(by.selectorOf(item)?.matchLabels ?? {});
      return keyOf(by.namespaceOf(item), label);
    });
  }

  /** All that select a pod of the labels, for any namespace that they say they are of. */
  selecting(namespace: string, labels: Labels): T[] {
    const candidates = [undefined, ...Object.entries(labels)].flatMap(
      (label) => this.byKey.get(keyOf(namespace, label)) ?? [],
    );
    return candidates.filter((item) => {
      const selector = this.by.selectorOf(item);
      return selector === undefined || selects(selector, labels);
    });
  }
}

/** A selector is found by one of the labels that it wants; those that want none, by their namespace. */
function keyOf(namespace: string, label: readonly [string, string] | undefined): string {
  return label === undefined ? namespace : `${namespace} ${label[0]}=${label[1]}`;
}
