import type { Inventory } from '../inventory/inventory';
import type { AuthorizationPolicy, AuthorizationRule, AuthorizationSource } from '../views/authorization-policy';
import type { Workload } from '../views/workload';
import { identityOf, principalMatches, trustDomainsOf } from './identity';
import { matchesText } from './text-match';

/**
 * Whether some request of a caller to a port can match a rule of a policy: hosts, paths, methods,
 * addresses, tokens and conditions are the request's business and taken to fit.
 * @param port of the callee's pods; any if it is not known
 */
export function canMatch(
  inventory: Inventory,
  { manifest, spec }: AuthorizationPolicy,
  caller: Workload,
  port: number | undefined,
): boolean {
  return spec.rules.some(
    (rule) =>
      isForPort(rule, port) &&
      (rule.from.length === 0 ||
        rule.from.some(({ source }) => source === undefined || isFrom(inventory, source, caller, manifest.namespace))),
  );
}

function isForPort({ to }: AuthorizationRule, port: number | undefined): boolean {
  return (
    port === undefined ||
    to.length === 0 ||
    to.some(
      ({ operation }) =>
        ((operation?.ports ?? []).length === 0 || operation?.ports.includes(String(port)) === true) &&
        operation?.notPorts.includes(String(port)) !== true,
    )
  );
}

function isFrom(inventory: Inventory, source: AuthorizationSource, caller: Workload, owner: string): boolean {
  const { namespace, serviceAccount } = caller;
  const identity = identityOf(namespace, serviceAccount);
  const domains = trustDomainsOf(inventory);
  const isPrincipal = (pattern: string): boolean => principalMatches(pattern, identity, domains);
  const isNamespace = (pattern: string): boolean => matchesText(pattern, namespace);
  const isAccount = (name: string): boolean =>
    (name.includes('/') ? name : `${owner}/${name}`) === `${namespace}/${serviceAccount}`;
  return (
    isListed(source.principals, source.notPrincipals, isPrincipal) &&
    isListed(source.namespaces, source.notNamespaces, isNamespace) &&
    isListed(source.serviceAccounts, source.notServiceAccounts, isAccount)
  );
}

function isListed(wanted: readonly string[], unwanted: readonly string[], is: (value: string) => boolean): boolean {
  return (wanted.length === 0 || wanted.some(is)) && !unwanted.some(is);
}
