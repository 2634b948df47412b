import * as z from 'zod';

/** What a hand-written value must be, told to its writer. */
export interface FieldText {
  readonly rule: string;
  readonly remedy: string;
}

/**
 * A value that `accepts` takes, or one problem that says rule and remedy in words of our own,
 * whichever way the value is wrong.
 */
export function field<T>(accepts: (value: unknown) => value is T, text: FieldText): z.ZodType<T> {
  return z.custom<T>(accepts, { params: { ...text } });
}

/** One of a fixed set of words. */
export function oneOf<const T extends readonly string[]>(...words: T): z.ZodType<T[number]> {
  const known: readonly unknown[] = words;
  const list = words.join(', ');
  return field((value): value is T[number] => known.includes(value), {
    rule: `one of: ${list}`,
    remedy: `write one of these words: ${list}`,
  });
}

/** Yes or no. */
export function yesOrNo(): z.ZodType<boolean> {
  return field((value) => typeof value === 'boolean', {
    rule: 'true or false',
    remedy: 'write true or false, without quotes',
  });
}

/** A text that is not empty and matches a pattern. */
export function text(pattern: RegExp, words: FieldText): z.ZodType<string> {
  return field((value): value is string => typeof value === 'string' && pattern.test(value), words);
}
