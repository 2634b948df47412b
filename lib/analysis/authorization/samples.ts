import type { HttpRequest } from './connection';
import { isTemplate } from './patterns';
import { isOfRequest, type CompiledRule } from './compiled-rule';

/** What is known of a request; the rest may be anything. */
export interface PartOfRequest {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly host?: string | undefined;
  /** By names in lower case. A header without a value is known to be missing. */
  readonly headers?: ReadonlyMap<string, string | undefined> | undefined;
}

/** More are not tried: the product of patterns for methods, paths, hosts and headers is out of hand. */
const most = 50_000;

/** A text that no pattern has in mind. */
const other = '-other-';

/**
 * Requests among which there is one of every sort that some rules can tell apart: for every set of
 * patterns that a text can match at once, a text that matches them.
 * @returns nothing if there are too many sorts
 */
export function samplesFor(rules: readonly CompiledRule[], known: PartOfRequest): HttpRequest[] | undefined {
  const patterns = patternsIn(rules);
  const methods = known.method === undefined ? textsFor(patterns.get('request method')) : [known.method];
  const paths = known.path === undefined ? pathsFor(patterns.get('request path')) : [pathOf(known.path)];
  const hosts = known.host === undefined ? textsFor(patterns.get('request host')) : [known.host];
  const headers = [...patterns].filter(([key]) => key.startsWith('request.headers['));
  const values = headers.map(([key, found]) => {
    const name = key.slice('request.headers['.length, -1).toLowerCase();
    const texts = known.headers?.has(name) === true ? [known.headers.get(name)] : [undefined, ...textsFor(found)];
    return { name, texts };
  });
  const count = values.reduce((sum, { texts }) => sum * texts.length, methods.length * paths.length * hosts.length);
  if (count > most) {
    return undefined;
  }
  const combined = values.reduce<Record<string, string>[]>(
    (found, { name, texts }) =>
      found.flatMap((one) => texts.map((text) => (text === undefined ? one : { ...one, [name]: text }))),
    [{}],
  );
  return methods.flatMap((method) =>
    paths.flatMap((path) => hosts.flatMap((host) => combined.map((headers) => ({ method, path, host, headers })))),
  );
}

/** Query and fragment are no part of what rules see. */
function pathOf(target: string): string {
  return target.replace(/[?#].*$/s, '');
}

/** What conditions may call by a header of HTTP/2. */
const partOf: ReadonlyMap<string, string> = new Map([
  ['request.headers[:method]', 'request method'],
  ['request.headers[:path]', 'request path'],
  ['request.headers[:authority]', 'request host'],
]);

function patternsIn(rules: readonly CompiledRule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const patterns = new Map<string, Set<string>>();
  for (const { sources, operations } of rules) {
    for (const { key, values, notValues } of [...sources, ...operations].flat().filter(isOfRequest)) {
      const part = partOf.get(key) ?? key;
      const found = patterns.get(part) ?? new Set();
      [...values, ...notValues].forEach((value) => found.add(value));
      patterns.set(part, found);
    }
  }
  return patterns;
}

/** Every exact text, and every start with every end. */
function textsFor(patterns: ReadonlySet<string> = new Set()): string[] {
  const all = [...patterns];
  const ends = all.filter((pattern) => pattern.startsWith('*'));
  const starts = all.filter((pattern) => pattern.endsWith('*') && !pattern.startsWith('*'));
  const exact = all.filter((pattern) => !ends.includes(pattern) && !starts.includes(pattern));
  const between = ['*', ...starts].flatMap((start) =>
    ['*', ...ends].map((end) => `${start.slice(0, -1)}${other}${end.slice(1)}`),
  );
  return [...new Set([...exact, ...between])];
}

/** Of paths also those that a template and another pattern have in common. */
function pathsFor(patterns: ReadonlySet<string> = new Set()): string[] {
  const templates = [...patterns].filter(isTemplate);
  const texts = textsFor(new Set([...patterns].filter((pattern) => !isTemplate(pattern))));
  const rooted = texts.map((text) => (text.startsWith('/') ? text : `/${text}`));
  const guides = [...rooted, ...templates].map((path) => path.split('/'));
  const filled = templates.flatMap((template) => guides.map((guide) => filledBy(template.split('/'), guide)));
  return [...new Set([...rooted, ...filled])];
}

/** A path that a template matches, and a guide too if there is one that both match. */
function filledBy(template: readonly string[], guide: readonly string[]): string {
  const at = (index: number) => guide[index]?.replace('{*}', other).replace('{**}', other) ?? '';
  const end = template.indexOf('{**}');
  const spread = end < 0 ? 0 : Math.max(1, guide.length - template.length + 1);
  return template
    .flatMap((segment, index) => {
      if (segment === '{**}') {
        return Array.from({ length: spread }, (_, place) => at(index + place) || other);
      }
      const place = end >= 0 && index > end ? index + spread - 1 : index;
      return [segment === '{*}' ? at(place) || other : segment];
    })
    .join('/');
}
