import { actionOf, type AuthorizationPolicy, type AuthorizationRule } from '../views/authorization-policy';
import { attributeOf } from './attributes';
import type { Condition, CompiledRule } from './compiled-rule';

/**
 * The rules of a policy as a proxy enforces them on requests, or on the bytes of a TCP port. What a
 * rule can't ask there makes an ALLOW rule match nothing, and is left out of every other, which so
 * matches more. A rule with a condition that Istio does not know is skipped.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/security/authz/model/model.go
 */
export function rulesOf(policy: AuthorizationPolicy, isTcp: boolean): CompiledRule[] {
  const isAllow = actionOf(policy) === 'ALLOW';
  return policy.spec.rules.flatMap((written, index): CompiledRule[] => {
    const named = namedIn(written);
    const asked = [...named.sources, ...named.operations].flat();
    const isSkipped = isAllow ? asked.some((one) => !isWhole(one, isTcp)) : asked.some((one) => !isKnown(one));
    const compiled = (alternatives: readonly (readonly Named[])[]) =>
      alternatives.map((conditions) => conditions.flatMap((one) => conditionOf(one, isTcp)));
    const { sources, operations } = named;
    return isSkipped ? [] : [{ policy, index, sources: compiled(sources), operations: compiled(operations) }];
  });
}

/** A condition as written; without values it says nothing. */
type Named = readonly [key: string, values: readonly string[], notValues: readonly string[]];

function namedIn(rule: AuthorizationRule) {
  const when = rule.when.map(({ key = '', values, notValues }): Named => [key, values, notValues]);
  const sources = rule.from.map(sourceOf);
  const operations = rule.to.map(operationOf);
  const orAny = (some: readonly Named[][]) => (some.length === 0 ? [[]] : some);
  return {
    sources: orAny(sources).map((one) => [...one, ...when.filter((other) => !isOfOperation(other))].filter(isSaying)),
    operations: orAny(operations).map((one) => [...one, ...when.filter(isOfOperation)].filter(isSaying)),
  };
}

function isOfOperation([key]: Named): boolean {
  return key.startsWith('destination.') || key === 'connection.sni';
}

function sourceOf({ source }: AuthorizationRule['from'][number]): Named[] {
  return source === undefined
    ? []
    : [
        ['source.principal', source.principals, source.notPrincipals],
        ['request.auth.principal', source.requestPrincipals, source.notRequestPrincipals],
        ['source.serviceAccount', source.serviceAccounts, source.notServiceAccounts],
        ['source.trustDomain', source.trustDomains, source.notTrustDomains],
        ['source.namespace', source.namespaces, source.notNamespaces],
        ['remote.ip', source.remoteIpBlocks, source.notRemoteIpBlocks],
        ['source.ip', source.ipBlocks, source.notIpBlocks],
      ];
}

function operationOf({ operation }: AuthorizationRule['to'][number]): Named[] {
  return operation === undefined
    ? []
    : [
        ['request method', operation.methods, operation.notMethods],
        ['request path', operation.paths, operation.notPaths],
        ['request host', operation.hosts, operation.notHosts],
        ['destination.port', operation.ports, operation.notPorts],
      ];
}

function isSaying([, values, notValues]: Named): boolean {
  return values.length > 0 || notValues.length > 0;
}

function isKnown([key]: Named): boolean {
  return attributeOf(key) !== undefined;
}

function isWhole([key, values, notValues]: Named, isTcp: boolean): boolean {
  const attribute = attributeOf(key);
  return (
    attribute !== undefined &&
    !(attribute.isHttpOnly && isTcp) &&
    [...values, ...notValues].every((value) => attribute.isUsable(value))
  );
}

/** What a proxy can ask of a condition; nothing, if that is nothing. */
function conditionOf([key, values, notValues]: Named, isTcp: boolean): Condition[] {
  const attribute = attributeOf(key);
  if (attribute === undefined || (attribute.isHttpOnly && isTcp)) {
    return [];
  }
  const usable = (some: readonly string[]) => some.filter((value) => attribute.isUsable(value));
  const left: Condition = { key, attribute, values: usable(values), notValues: usable(notValues) };
  return left.values.length + left.notValues.length === 0 ? [] : [left];
}
