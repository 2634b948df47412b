import type { HttpMatch, HttpRoute, StringMatch } from '../views/virtual-service';
import { matchesText } from './string-match';

/** What a request says beside its host, for a rule to take it. */
export interface Witness {
  readonly method: string;
  /** @default - whatever the caller asks for anyhow */
  readonly path?: string | undefined;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: readonly (readonly [string, string])[];
}

/** A request that says nothing special. */
export const plainWitness: Witness = { method: 'GET', query: [], headers: [] };

/**
 * One request for every match of some rules that tells by headers, path, query or method, and the
 * plain one at the end. Matches by an expression are left out where no text for it is at hand.
 */
export function witnessesOf(rules: readonly HttpRoute[]): Witness[] {
  const found = rules.flatMap(({ match }) => match.map(witnessOf)).filter((one) => one !== undefined);
  return [...new Map([...found, plainWitness].map((witness) => [JSON.stringify(witness), witness])).values()];
}

function witnessOf({ headers, queryParams, method, uri }: HttpMatch): Witness | undefined {
  const named = textsFor(headers);
  const query = textsFor(queryParams);
  const verb = method === undefined ? plainWitness.method : textFor(method);
  const path = uri === undefined ? undefined : textFor(uri);
  const isPathFound = uri === undefined || path !== undefined;
  return named === undefined || query === undefined || verb === undefined || !isPathFound
    ? undefined
    : { method: verb, path, query, headers: named };
}

function textsFor(matches: Readonly<Record<string, StringMatch>>): [string, string][] | undefined {
  const texts = Object.entries(matches).map(([name, match]) => [name, textFor(match)] as const);
  const known = texts.flatMap(([name, text]): [string, string][] => (text === undefined ? [] : [[name, text]]));
  return known.length === texts.length ? known : undefined;
}

/** A text that matches: the one asked for, or an expression's own without its special characters. */
function textFor(match: StringMatch): string | undefined {
  const { exact, prefix, regex } = match;
  const candidates = [
    exact,
    prefix,
    regex?.replaceAll(/\.[*+]|[\^$()?\\]/g, ''),
    regex?.split('|')[0]?.replaceAll(/\W/g, ''),
    'any',
  ];
  return candidates.find((text) => text !== undefined && matchesText(match, text));
}
