import type { StringMatch } from '../views/virtual-service';

/**
 * Whether a text is what a match asks for; a match that asks for nothing is content that there is one.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch
 */
export function matchesText({ exact, prefix, regex }: StringMatch, value: string): boolean {
  if (exact !== undefined) {
    return value === exact;
  }
  if (prefix !== undefined) {
    return value.startsWith(prefix);
  }
  return regex === undefined || regex === '*' || (expressionOf(regex)?.test(value) ?? false);
}

/** Whether any value will do; the expression `*`, which is none, stands for that as well. */
export function asksForPresence({ exact, prefix, regex }: StringMatch): boolean {
  return exact === undefined && prefix === undefined && (regex === undefined || regex === '*');
}

/** Without regard to case: texts and what they are compared with are lowered, expressions are not. */
export function matchesTextInAnyCase({ exact, prefix, regex }: StringMatch, value: string): boolean {
  const lowered = { exact: exact?.toLowerCase(), prefix: prefix?.toLowerCase(), regex };
  return matchesText(lowered, regex === undefined ? value.toLowerCase() : value);
}

/** Whether a match takes every path: all of them start with a slash. */
export function isAnyPath({ exact, prefix, regex }: StringMatch = {}): boolean {
  return exact === undefined && (prefix === undefined || prefix === '/') && (regex === undefined || regex === '.*');
}

const expressions = new Map<string, RegExp | undefined>();

/**
 * An expression of RE2 that has to cover the whole text; nothing if it can't be read here. Flags in
 * front of the whole are the only syntax of RE2 that needs a translation.
 * @see https://github.com/google/re2/wiki/Syntax
 */
function expressionOf(regex: string): RegExp | undefined {
  if (!expressions.has(regex)) {
    expressions.set(regex, compiled(regex));
  }
  return expressions.get(regex);
}

function compiled(regex: string): RegExp | undefined {
  const { flags = '', rest = regex } = /^\(\?(?<flags>[ims]+)\)(?<rest>.*)$/s.exec(regex)?.groups ?? {};
  try {
    return new RegExp(`^(?:${rest})$`, flags);
  } catch {
    return undefined;
  }
}
