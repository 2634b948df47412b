import type { FieldPath } from '../../manifest/manifest';
import type { VirtualService } from '../../views/virtual-service';
import { type Conditions, httpConditions, l4Conditions } from './match-conditions';

/** One match of a rule; a rule without any has one that takes everything. */
export interface RuleMatch {
  /** Nothing where the rule has no matches. */
  readonly number?: number | undefined;
  readonly conditions: Conditions;
  /** Where it counts; empty for everywhere the object does. */
  readonly gateways: readonly string[];
}

/** One rule of a VirtualService, of whatever protocol. */
export interface RouteRule {
  readonly protocol: string;
  readonly index: number;
  /** `spec.http[0]` */
  readonly path: FieldPath;
  readonly matches: readonly RuleMatch[];
  /** Another VirtualService says what happens, and may let requests pass to the next rule. */
  readonly isDelegated: boolean;
}

const anything: RuleMatch = { conditions: new Map(), gateways: [] };

/** The rules of each protocol, in their order. */
export function rulesOf({ spec }: VirtualService): RouteRule[][] {
  const { http, tcp, tls } = spec;
  return [
    http.map(({ match, delegate }, index) => rule('http', index, match, httpConditions, delegate !== undefined)),
    tcp.map(({ match }, index) => rule('tcp', index, match, l4Conditions)),
    tls.map(({ match }, index) => rule('tls', index, match, l4Conditions)),
  ];
}

function rule<M extends { readonly gateways: readonly string[] }>(
  protocol: string,
  index: number,
  match: readonly M[],
  conditionsOf: (match: M) => Conditions,
  isDelegated = false,
): RouteRule {
  const matches = match.map((one, number) => ({ number, conditions: conditionsOf(one), gateways: one.gateways }));
  const path = ['spec', protocol, index];
  return { protocol, index, path, matches: matches.length === 0 ? [anything] : matches, isDelegated };
}
