import fc from 'fast-check';
import { istio } from './objects';

/** One of some values. */
export const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** A field that is there or not. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, key: string): fc.Arbitrary<object> =>
  fc.option(arbitrary, { freq: 3 }).map((value) => (value === null ? {} : { [key]: value }));
/** The fields of all of some objects. */
export const all = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as object);

/** Objects of a kind, called so that their names have the order of their age. */
export function numbered(kind: string, name: string, specs: readonly (readonly [string, object])[]): object[] {
  return specs.map(([own, spec], index) => istio(kind, own, `${name}-${'abcdef'[index]}`, spec));
}
