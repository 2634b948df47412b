import type { Decision } from '../decision';
import type { AppliedPolicies, AppliedPolicy } from './applying';
import type { Connection, HttpRequest } from './connection';
import { decide } from './decide';
import { matches, remainderOf, type CompiledRule } from './compiled-rule';
import { type PartOfRequest, samplesFor } from './samples';
import { operationsIn } from './wording';

/** What policies say to all requests on a connection. */
export interface RequestsDecision extends Decision {
  /** Which requests pass, in words. @default - all, or none: as the decision says */
  readonly requests?: string;
}

/**
 * Which requests a caller may send on a connection: one of every sort that the rules can tell apart
 * is tried, so that what passes is what some request proves.
 * @param known narrows the requests down
 */
export function decideRequests(
  applied: AppliedPolicies,
  connection: Connection,
  known: PartOfRequest = {},
): RequestsDecision {
  const left: AppliedPolicies = {
    custom: remainders(applied.custom, connection),
    deny: remainders(applied.deny, connection),
    allow: remainders(applied.allow, connection),
  };
  const rules = [...left.custom, ...left.deny, ...left.allow].flatMap((policy) => policy.rules);
  const samples = samplesFor(rules, known);
  if (samples === undefined) {
    const doubt = 'there are too many sorts of requests to try them all: name method, path or host';
    return { layer: 'authorization', passes: { doubt }, because: doubt };
  }
  const tried = samples.map((request) => ({ request, decision: decide(left, { ...connection, request }) }));
  const open = tried.find(({ decision: { passes } }) => typeof passes === 'object');
  const passing = tried.filter(({ decision: { passes } }) => passes === true);
  const [first] = open === undefined && passing.length > 0 ? passing : tried;
  const chosen = (open ?? first)?.decision ?? decide(left, connection);
  const isPartly = passing.length > 0 && passing.length < tried.length;
  const words = isPartly
    ? wordsFor(
        left,
        passing.map(({ request }) => request),
        connection,
      )
    : undefined;
  return words === undefined ? chosen : { ...chosen, requests: words };
}

function remainders(policies: readonly AppliedPolicy[], connection: Connection): AppliedPolicy[] {
  return policies.map(({ rules, ...applied }) => ({
    ...applied,
    rules: rules.map((rule) => remainderOf(rule, connection)).filter((rule) => rule !== undefined),
  }));
}

/** `GET,POST /orders/*; but not GET /orders/secret` */
function wordsFor(
  { custom, deny, allow }: AppliedPolicies,
  passing: readonly HttpRequest[],
  connection: Connection,
): string {
  const isAllowing = (rule: CompiledRule) =>
    passing.some((request) => matches(rule, { ...connection, request }) === true);
  const allowed = allow.flatMap(({ rules }) => rules.filter(isAllowing)).flatMap(operationsIn);
  const refusing = [...custom.filter(({ fault }) => fault !== undefined), ...deny];
  const denied = refusing.flatMap(({ rules }) => rules).flatMap(operationsIn);
  return [
    allowed.length === 0 || allowed.includes('') ? 'anything' : [...new Set(allowed)].join('; '),
    ...[...new Set(denied)].map((operation) => `but not ${operation}`),
  ].join('; ');
}
