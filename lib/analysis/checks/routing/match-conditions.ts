import { hostMatches } from '../../inventory/hosts';
import { isAnyPath } from '../../routing/string-match';
import type { HttpMatch, StringMatch, VirtualService } from '../../views/virtual-service';

/** What one property of a request has to be; without a field: to be there at all. */
export interface Condition {
  readonly exact?: string | undefined;
  readonly prefix?: string | undefined;
  readonly regex?: string | undefined;
  readonly among?: readonly string[] | undefined;
}

/** All that a match asks for, by property: all of it has to hold. */
export type Conditions = ReadonlyMap<string, Condition>;

type L4Match = Partial<VirtualService['spec']['tls'][number]['match'][number]>;

/**
 * What a match of HTTP asks of a request.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 */
export function httpConditions(match: HttpMatch): Conditions {
  const { uri, scheme, method, authority, headers, withoutHeaders, queryParams, ignoreUriCase = false } = match;
  return new Map([
    ...l4Conditions(match),
    ...named('uri', isAnyPath(uri) ? {} : { [ignoreUriCase ? 'in any case' : 'exact case']: uri }),
    ...named('', { scheme, method, authority }),
    ...named('header', headers),
    ...named('parameter', queryParams),
    ...Object.entries(withoutHeaders).map(
      ([name, value]) => [`without ${name}`, { exact: JSON.stringify(value) }] as const,
    ),
  ]);
}

/** What a match asks of a connection; a match of HTTP may ask the same. */
export function l4Conditions(match: L4Match): Conditions {
  const { port, sourceNamespace, sourceLabels = {}, destinationSubnets = [], sniHosts = [] } = match;
  const labels = Object.entries(sourceLabels).map(([key, exact]) => [`label ${key}`, { exact }] as const);
  const lists = { destinationSubnets, sniHosts };
  return new Map<string, Condition>([
    ...(port === undefined ? [] : [['port', { exact: String(port) }] as const]),
    ...(sourceNamespace === undefined ? [] : [['namespace', { exact: sourceNamespace }] as const]),
    ...labels,
    ...Object.entries(lists).flatMap(([key, among]) => (among.length === 0 ? [] : [[key, { among }] as const])),
  ]);
}

/** Whether whatever meets one side's conditions meets the other side's too. */
export function covers(wide: Conditions, narrow: Conditions): boolean {
  return [...wide].every(([property, condition]) => {
    const other = narrow.get(property);
    return other !== undefined && isImplied(condition, other);
  });
}

function isImplied({ exact, prefix, regex, among }: Condition, by: Condition): boolean {
  if (among !== undefined) {
    return by.among?.every((value) => among.some((pattern) => hostMatches(pattern, value))) ?? false;
  }
  if (prefix !== undefined) {
    return (by.exact ?? by.prefix)?.startsWith(prefix) ?? false;
  }
  return exact === undefined ? regex === undefined || regex === by.regex : exact === by.exact;
}

function named(what: string, values: Readonly<Record<string, StringMatch | undefined>>): [string, Condition][] {
  return Object.entries(values).flatMap(([name, value]): [string, Condition][] =>
    value === undefined ? [] : [[`${what} ${name}`, value]],
  );
}
