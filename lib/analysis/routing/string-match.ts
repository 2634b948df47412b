import { covers } from '../re2';
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
  return regex === undefined || regex === '*' || covers(regex, value);
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
