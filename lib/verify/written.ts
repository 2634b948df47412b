import * as z from 'zod';

/** What a server adds by itself. */
const ofServer = ['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp'];

const object = z.looseObject({ metadata: z.looseObject({}) });

/** Whether two states of an object say the same, but for what a server writes. */
export function isAsWritten(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  const { metadata, ...rest } = object.parse(value);
  const fields = Object.entries(rest).filter(([key]) => key !== 'status');
  const kept = Object.entries(metadata).filter(([key]) => !ofServer.includes(key));
  return JSON.stringify(sorted({ ...Object.fromEntries(fields), metadata: Object.fromEntries(kept) }));
}

/** The same value with the keys of every mapping in one order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;
}
