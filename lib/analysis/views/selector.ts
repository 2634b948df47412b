import type * as z from 'zod';
import type { Labels } from '../manifest/manifest';
import { fields, item, list, scalarLabels, text, words } from '../manifest/lenient';

/** A label selector of Kubernetes; Istio's has `matchLabels` alone. */
export const labelSelector = fields({
  matchLabels: scalarLabels,
  matchExpressions: list(item({ key: text, operator: text, values: words })),
});

export type LabelSelector = NonNullable<z.output<typeof labelSelector>>;

/** What a policy of Istio binds to by name, in place of a selector. */
export const targetReference = { group: text, kind: text, name: text, namespace: text };

export type TargetReference = z.output<z.ZodObject<typeof targetReference>>;

/** Whether all wanted labels are there; an empty selector selects everything. */
export function includesLabels(labels: Labels, wanted: Labels): boolean {
  return Object.keys(wanted).every((key) => labels[key] === wanted[key]);
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements */
export function selects({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  return includesLabels(labels, matchLabels) && matchExpressions.every((expression) => holds(expression, labels));
}

function holds({ key = '', operator, values }: LabelSelector['matchExpressions'][number], labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
