import fc from 'fast-check';

/** A match of a text as a VirtualService has it: of one kind, or of none, which is content with any value. */
export type Text = { readonly exact: string } | { readonly prefix: string } | { readonly regex: string } | object;

export interface Match {
  readonly uri?: Text | undefined;
  readonly ignoreUriCase?: boolean | undefined;
  readonly method?: Text | undefined;
  readonly headers?: Readonly<Record<string, Text>> | undefined;
  readonly withoutHeaders?: Readonly<Record<string, Text>> | undefined;
  readonly queryParams?: Readonly<Record<string, Text>> | undefined;
}

/** What a request says. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

// Few words, so that requests hit rules.
const words = ['a', 'b', 'ab', 'true', 'Beta-1'];
const paths = ['/', '/a', '/A', '/a/b', '/ab', '/orders/1'];
const names = ['x-canary', 'x-user', 'cookie'];
const expressions = ['a', '.*', 'a.*', '[ab]+', 'true|b', '(?i)BETA-\\d', '*', 'a{2}'];

const text: fc.Arbitrary<Text> = fc.oneof(
  fc.constantFrom(...words).map((exact) => ({ exact })),
  fc.constantFrom(...words).map((prefix) => ({ prefix })),
  fc.constantFrom(...expressions).map((regex) => ({ regex })),
  fc.constant({}),
);
const uri: fc.Arbitrary<Text> = fc.oneof(
  fc.constantFrom(...paths).map((exact) => ({ exact })),
  fc.constantFrom(...paths).map((prefix) => ({ prefix })),
  fc.constantFrom('/.*', '/a', '/[a-z]+', '/orders/\\d+').map((regex) => ({ regex })),
);
const some = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined, freq: 1 });
const named = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 2 });

const match: fc.Arbitrary<Match> = fc.record({
  uri: some(uri),
  ignoreUriCase: some(fc.boolean()),
  method: fc.option(
    fc.constantFrom('GET', 'POST').map((exact) => ({ exact })),
    { nil: undefined, freq: 5 },
  ),
  headers: some(named(text)),
  withoutHeaders: fc.option(named(text), { nil: undefined, freq: 3 }),
  queryParams: fc.option(named(text), { nil: undefined, freq: 3 }),
});

/** Rules of a VirtualService, each with its matches. */
export const rules = fc.array(fc.array(match, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 });

export const asked: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST'),
  path: fc.constantFrom(...paths),
  query: named(fc.constantFrom(...words)),
  headers: named(fc.constantFrom(...words)),
});
