import type * as z from 'zod';
import { field, oneOf, text, yesOrNo } from '../../lib/input/field';

/** What a field says of a value: nothing, or the words for its writer. */
function verdict(schema: z.ZodType, value: unknown): unknown {
  const complaint = schema.safeParse(value).error?.issues[0];
  return complaint?.code === 'custom' ? complaint.params : undefined;
}

describe('a field', () => {
  const words = { rule: 'a rule', remedy: 'a remedy' };

  it('says rule and remedy in words of our own, whichever way the value is wrong', () => {
    const even = field((value): value is number => Number(value) % 2 === 0, words);
    expect([3, 'three', undefined].map((value) => verdict(even, value))).toEqual([words, words, words]);
    expect(verdict(even, 4)).toBeUndefined();
  });

  it('of fixed words takes these words alone, and names them', () => {
    const size = oneOf('small', 'large');
    expect([verdict(size, 'small'), verdict(size, 'large')]).toEqual([undefined, undefined]);
    expect(verdict(size, 'Small')).toEqual({
      rule: 'one of: small, large',
      remedy: 'write one of these words: small, large',
    });
  });

  it('of yes or no takes no text and no number', () => {
    expect([true, false].map((value) => verdict(yesOrNo(), value))).toEqual([undefined, undefined]);
    expect(['true', 'yes', 1, null].map((value) => verdict(yesOrNo(), value))).not.toContain(undefined);
  });

  it('of text takes what matches the pattern', () => {
    expect(verdict(text(/^[a-z]+$/, words), 'soup')).toBeUndefined();
    expect(['Soup', '', 7, null].map((value) => verdict(text(/^[a-z]+$/, words), value))).not.toContain(undefined);
  });
});
