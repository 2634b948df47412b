import {
  boolYaml11Tag,
  CORE_SCHEMA,
  floatCoreTag,
  intCoreTag,
  mapTag,
  NOT_RESOLVED,
  type Schema as QuickSchema,
} from 'js-yaml';
import type { ScalarTag, Tags } from 'yaml';

/**
 * Scalars as kubectl, Helm and everything else that is written in Go types them, which is neither YAML 1.1 nor 1.2: `yes` and
 * `off` are booleans, and `0777`, `0o17` and `8_080` are numbers.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go
 */
const words: ReadonlyMap<string, boolean> = new Map(
  ['y', 'yes', 'true', 'on', 'n', 'no', 'false', 'off'].flatMap((word, index) =>
    [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`].map(
      (one) => [one, index < 4] as const,
    ),
  ),
);
const infinities: ReadonlyMap<string, number> = new Map(
  ['.inf', '.Inf', '.INF'].flatMap((one) => [
    [one, Infinity],
    [`+${one}`, Infinity],
    [`-${one}`, -Infinity],
  ]),
);
const integer =
  /^(?<sign>[-+]?)(?:0[xX](?<hex>[\da-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9]\d*))$/;
const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** The number that a plain scalar stands for; nothing if it is none. */
function numberOf(text: string): number | undefined {
  if (['.nan', '.NaN', '.NAN'].includes(text)) {
    return NaN;
  }
  // Underlines are looked over where a digit or a sign comes first.
  const plain = /^[-+\d]/.test(text) ? text.replaceAll('_', '') : text;
  const { sign, hex, binary, octal, decimal: whole } = integer.exec(plain)?.groups ?? {};
  const [digits, base] = hex ? [hex, 16] : binary ? [binary, 2] : octal ? [octal, 8] : [whole, 10];
  if (digits !== undefined) {
    // There is one zero.
    return (sign === '-' ? -1 : 1) * parseInt(digits, base) + 0;
  }
  return infinities.get(text) ?? (decimal.test(plain) ? Number(plain) : undefined);
}

/** What readers write in different ways: an empty key, one that merges, and what is no key of JSON. */
const namedKeys: typeof mapTag = {
  ...mapTag,
  addPair: (mapping, key, value) =>
    key === null || key === '<<' || typeof key === 'object'
      ? 'the key is unusual'
      : mapTag.addPair(mapping, key, value),
};

/** JSON, and so the API server, has no number that is not finite. */
const finiteNumber: typeof floatCoreTag = {
  ...floatCoreTag,
  resolve: (source) => {
    const value = numberOf(source);
    if (value !== undefined && !Number.isFinite(value)) {
      throw new RangeError(`${source} is no number of JSON`);
    }
    return value ?? NOT_RESOLVED;
  },
};

/** For the quick reader, which throws at what is unusual. */
export const quickSchema: QuickSchema = CORE_SCHEMA.withTags(
  namedKeys,
  boolYaml11Tag,
  { ...intCoreTag, resolve: () => NOT_RESOLVED },
  finiteNumber,
);

const booleanTag: ScalarTag = {
  tag: boolYaml11Tag.tagName,
  default: true,
  test: new RegExp(`^(?:${[...words.keys()].join('|')})$`),
  resolve: (text) => words.get(text) ?? text,
};
const numberTag: ScalarTag = {
  tag: floatCoreTag.tagName,
  default: true,
  test: /^[-+.\d]/,
  resolve: (text) => numberOf(text) ?? text,
};

/** For the reader that knows the place of every node: in the place of its own booleans and numbers. */
export function thoroughTags(tags: Tags): Tags {
  const own = [boolYaml11Tag.tagName, intCoreTag.tagName, floatCoreTag.tagName];
  return [...tags.filter((one) => typeof one === 'string' || !own.includes(one.tag)), booleanTag, numberTag];
}
