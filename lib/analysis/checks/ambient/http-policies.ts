import type { Inventory } from '../../inventory/inventory';
import type { AuthorizationPolicy, AuthorizationRule } from '../../views/authorization-policy';
import type { Telemetry } from '../../views/telemetry';

/** Conditions that ztunnel knows: all others are about requests. */
const conditionsOfConnections: readonly string[] = [
  'source.ip',
  'source.namespace',
  'source.principal',
  'destination.ip',
  'destination.port',
];

/**
 * The AuthorizationPolicies that ask for more than connections tell: fields of requests, or
 * actions, that ztunnel does not have.
 * @see https://istio.io/latest/docs/ambient/usage/l4-policy/
 */
export function httpAuthorizationPolicies({ authorizationPolicies }: Inventory): readonly AuthorizationPolicy[] {
  return authorizationPolicies.filter(
    ({ spec: { action = 'ALLOW', rules } }) => !['ALLOW', 'DENY'].includes(action) || rules.some(isOfRequests),
  );
}

function isOfRequests({ from, to, when }: AuthorizationRule): boolean {
  return (
    when.some(({ key = '' }) => key !== '' && !conditionsOfConnections.includes(key)) ||
    from.some(({ source }) =>
      isAnyFilled(
        source?.requestPrincipals,
        source?.notRequestPrincipals,
        source?.remoteIpBlocks,
        source?.notRemoteIpBlocks,
      ),
    ) ||
    to.some(({ operation }) =>
      isAnyFilled(
        operation?.hosts,
        operation?.notHosts,
        operation?.methods,
        operation?.notMethods,
        operation?.paths,
        operation?.notPaths,
      ),
    )
  );
}

/** Whether a rule asks for something that ztunnel knows. */
export function asksForConnections({ from, to, when }: AuthorizationRule): boolean {
  return (
    when.some(({ key = '' }) => conditionsOfConnections.includes(key)) ||
    to.some(({ operation }) => isAnyFilled(operation?.ports, operation?.notPorts)) ||
    from.some(({ source }) =>
      isAnyFilled(
        ...[source?.principals, source?.notPrincipals, source?.namespaces, source?.notNamespaces],
        ...[source?.serviceAccounts, source?.notServiceAccounts, source?.ipBlocks, source?.notIpBlocks],
      ),
    )
  );
}

function isAnyFilled(...lists: readonly (readonly string[] | undefined)[]): boolean {
  return lists.some((list = []) => list.length > 0);
}

/** The Telemetry objects that tell of requests; ztunnel counts connections, whatever they say. */
export function httpTelemetries({ telemetries }: Inventory): readonly Telemetry[] {
  return telemetries.filter(
    ({ spec: { tracing, accessLogging, metrics } }) =>
      tracing.length > 0 || accessLogging.length > 0 || metrics.some(({ overrides }) => overrides.length > 0),
  );
}
