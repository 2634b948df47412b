import { all, any, type Truth, not } from '../truth';
import type { AuthorizationPolicy } from '../views/authorization-policy';
import type { Attribute } from './attributes';
import type { Connection } from './connection';

/** One attribute, and the values that it has or has not. */
export interface Condition {
  readonly key: string;
  readonly attribute: Attribute;
  readonly values: readonly string[];
  readonly notValues: readonly string[];
}

/** Conditions that hold together, one such list of several. */
type Alternatives = readonly (readonly Condition[])[];

/** A rule as a proxy enforces it: it matches one of its sources and one of its operations. */
export interface CompiledRule {
  readonly policy: AuthorizationPolicy;
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sources: Alternatives;
  readonly operations: Alternatives;
}

/** @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule */
export function matches({ policy, sources, operations }: CompiledRule, connection: Connection): Truth {
  const { namespace } = policy.manifest;
  const isOneMet = (alternatives: Alternatives) =>
    any(alternatives.map((conditions) => all(conditions.map((one) => isMet(one, connection, namespace)))));
  return all([isOneMet(operations), isOneMet(sources)]);
}

/**
 * What a rule still asks of the requests on a connection: sources and operations that can't match
 * are left out, and conditions that the connection meets whatever the request.
 * @returns nothing if the rule matches no request on the connection
 */
export function remainderOf(rule: CompiledRule, connection: Connection): CompiledRule | undefined {
  const { namespace } = rule.policy.manifest;
  const left = (alternatives: Alternatives) =>
    alternatives.flatMap((conditions) => {
      const asked = conditions.map((one) => ({
        one,
        answer: isOfRequest(one) ? undefined : isMet(one, connection, namespace),
      }));
      const isPossible = asked.every(({ answer }) => answer !== false);
      return isPossible ? [asked.filter(({ answer }) => answer !== true).map(({ one }) => one)] : [];
    });
  const sources = left(rule.sources);
  const operations = left(rule.operations);
  return sources.length === 0 || operations.length === 0 ? undefined : { ...rule, sources, operations };
}

/** Whether a condition is for the caller to meet, by the request that it sends. */
export function isOfRequest({ attribute }: Condition): boolean {
  return attribute.isHttpOnly;
}

/** Values are alternatives; an identity that is not there meets every `not`. */
function isMet({ attribute, values, notValues }: Condition, connection: Connection, ownNamespace: string): Truth {
  const isOneOf = (some: readonly string[]) =>
    any(some.map((value) => attribute.matches(value, connection, ownNamespace)));
  return all([values.length === 0 || isOneOf(values), notValues.length === 0 || not(isOneOf(notValues))]);
}
