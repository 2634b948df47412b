import type { Decision, Place } from '../decision';
import { nameOf, namesOf } from '../manifest/manifest';
import type { AppliedPolicies, AppliedPolicy } from './applying';
import type { Connection } from './connection';
import { matches, type CompiledRule } from './compiled-rule';

/**
 * What the policies of a workload say to a connection, or to a request on it: what a CUSTOM rule
 * matches is asked of its provider, which no YAML answers, or refused if nobody can be asked; what a DENY rule matches is refused;
 * where there is no ALLOW policy all else passes, and where there is one, what one of their rules matches.
 * @see https://istio.io/latest/docs/concepts/security/#implicit-enablement
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/
 */
export function decide({ custom, deny, allow }: AppliedPolicies, connection: Connection): Decision {
  const unasked = firstMatch(
    custom.filter(({ fault }) => fault !== undefined),
    connection,
  );
  const refused = firstMatch(deny, connection);
  const allowed = firstMatch(allow, connection);
  if (unasked?.answer === true) {
    return decision(false, `${labelOf(unasked.rule)} denies it: ${unasked.fault}`, placeOf(unasked.rule));
  }
  if (refused?.answer === true) {
    return decision(false, `${labelOf(refused.rule)} denies it`, placeOf(refused.rule));
  }
  if (allow.length > 0 && allowed === undefined) {
    const [policy] = allow;
    const by =
      allow.length === 1 && policy !== undefined ? { manifest: policy.policy.manifest, path: ['spec'] } : undefined;
    return decision(false, `no rule of ${listed(allow)} allows it`, by);
  }
  const asked = firstMatch(
    custom.filter(({ fault }) => fault === undefined),
    connection,
  );
  if (asked !== undefined) {
    const doubt = `it depends on provider ${asked.rule.policy.spec.provider?.name ?? '(none)'}`;
    return decision({ doubt }, `${labelOf(asked.rule)} asks a provider`, placeOf(asked.rule));
  }
  const open = [unasked, refused, allowed].find((match) => match !== undefined && match.answer !== true);
  if (open !== undefined) {
    return decision(open.answer, `${labelOf(open.rule)} may match`, placeOf(open.rule));
  }
  return allowed === undefined
    ? decision(true, deny.length > 0 ? `${listed(deny)} does not deny it` : 'no AuthorizationPolicy applies')
    : decision(true, `${labelOf(allowed.rule)} allows it`, placeOf(allowed.rule));
}

/** The first rule that matches, or else the first that may. */
function firstMatch(policies: readonly AppliedPolicy[], connection: Connection) {
  const answers = policies.flatMap(({ rules, fault }) =>
    rules.map((rule) => ({ rule, fault, answer: matches(rule, connection) })),
  );
  return answers.find(({ answer }) => answer === true) ?? answers.find(({ answer }) => answer !== false);
}

function decision(passes: Decision['passes'], because: string, by?: Place): Decision {
  return { layer: 'authorization', passes, because, ...(by === undefined ? {} : { by }) };
}

/** `rule 0 of AuthorizationPolicy shop/callers` */
function labelOf({ policy, index }: CompiledRule): string {
  return `rule ${index} of ${nameOf(policy.manifest)}`;
}

function placeOf({ policy, index }: CompiledRule): Place {
  return { manifest: policy.manifest, path: ['spec', 'rules', index] };
}

function listed(policies: readonly AppliedPolicy[]): string {
  return namesOf(policies.map(({ policy }) => policy.manifest));
}
