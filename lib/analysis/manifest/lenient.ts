/**
 * Fields of objects that nobody has validated. A value of the wrong shape is as good as absent:
 * the check of schemas reports it, and every other check works with what is left. An absent list is
 * an empty one, as it is in Istio's own messages. Positions in lists are kept, because findings
 * point at them.
 */
import * as z from 'zod';

export const text = z.string().optional().catch(undefined);

/** A text that writers like to forget the quotes of: ports, header values, labels. */
export const word = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

export const number = z.number().optional().catch(undefined);

export const flag = z.boolean().optional().catch(undefined);

export const words = z
  .array(z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).catch(''))
  .catch([]);

/** Labels and annotations; values that are no text are written as one, for the reader of a finding. */
export const scalarLabels = z
  .record(z.string(), z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).catch(''))
  .catch({});

/** Every item of a list; one of the wrong shape is an empty one. */
export function list<T extends z.ZodType>(item: T): z.ZodCatch<z.ZodArray<T>> {
  return z.array(item).catch([]);
}

/** An object in a list, all of whose fields are lenient. */
export function item<S extends z.ZodRawShape>(shape: S): z.ZodCatch<z.ZodObject<S>> {
  const object = z.object(shape);
  return object.catch(() => object.parse({}));
}

/** A field that is an object. Whether it is there at all often has a meaning. */
export function fields<S extends z.ZodRawShape>(shape: S): z.ZodCatch<z.ZodOptional<z.ZodObject<S>>> {
  return z.object(shape).optional().catch(undefined);
}

/** A field that is a mapping from names to values of one shape. */
export function mapping<T extends z.ZodType>(value: T): z.ZodCatch<z.ZodRecord<z.ZodString, T>> {
  return z.record(z.string(), value).catch({});
}
