import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import { podPortOf } from '../../inventory/pod-port';
import { workloadsUnder } from '../../authorization/attachment';
import { actionOf, type AuthorizationOperation, type AuthorizationRule } from '../../views/authorization-policy';
import { protocolOf, speaksHttp } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { isGatewayProxy } from '../gateway/proxies';
import { mention } from '../mention';

/** A rule for HTTP beside others for TCP spoils the others of an ALLOW policy: Istio drops it whole. */
export const httpOnTcp: Check = {
  code: 'LAB022',
  level: 'error',
  title: 'Rules about HTTP are for ports that speak it',
  reason: 'At a port of plain TCP there is no method, path, host or token: ALLOW drops the rule, DENY drops the field.',
  remedy: 'list the ports that speak HTTP in the operation, and give TCP ports a rule of their own',
  link: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule',
  *find(inventory) {
    for (const policy of inventory.authorizationPolicies) {
      const isAllow = actionOf(policy) === 'ALLOW';
      for (const [number, rule] of policy.spec.rules.entries()) {
        for (const { path, ports } of httpFields(rule)) {
          const wanted = isAllow ? portsOf(rule) : ports;
          const hit = firstHit(inventory, workloadsUnder(inventory, policy), (found) =>
            isAllow ? spoilt(found, wanted) : found.find((port) => port.isTcp && isWanted(port, wanted)),
          );
          if (hit !== undefined) {
            const effect = isAllow ? 'so the rule never matches there' : 'so the rule matches there whatever it says';
            const message = `port ${hit.port.number} of ${mention(hit.workload.manifest)} does not speak HTTP (${hit.port.said}), ${effect}`;
            yield { manifest: policy.manifest, path: ['spec', 'rules', number, ...path], message };
          }
        }
      }
    }
  },
};

interface ServedPort {
  /** Of the pods. */
  readonly number: string;
  /** Where its Service declares it, and as what. */
  readonly said: string;
  readonly isTcp: boolean;
}

interface HttpField {
  readonly path: FieldPath;
  /** Of the pods; empty for all. */
  readonly ports: readonly string[];
}

const ofHttp = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'] as const;

function* httpFields(rule: AuthorizationRule): Generator<HttpField> {
  for (const [index, { operation }] of rule.to.entries()) {
    const field = ofHttp.find((one) => (operation?.[one] ?? []).length > 0);
    if (field !== undefined) {
      yield { path: ['to', index, 'operation', field], ports: operation?.ports ?? [] };
    }
  }
  for (const [index, { source }] of rule.from.entries()) {
    const tokens = [...(source?.requestPrincipals ?? []), ...(source?.notRequestPrincipals ?? [])];
    if (tokens.length > 0) {
      yield { path: ['from', index, 'source'], ports: portsOf(rule) };
    }
  }
  for (const [index, { key = '' }] of rule.when.entries()) {
    if (key.startsWith('request.')) {
      yield { path: ['when', index, 'key'], ports: portsOf(rule) };
    }
  }
}

/** The ports of a rule; empty for all, which one operation without ports is enough for. */
function portsOf({ to }: AuthorizationRule): readonly string[] {
  const ports = to.map(({ operation }): AuthorizationOperation['ports'] => operation?.ports ?? []);
  return ports.some((some) => some.length === 0) ? [] : ports.flat();
}

/** For a rule of ALLOW: a port of TCP that it asks for, or the first where there are no others. */
function spoilt(found: readonly ServedPort[], wanted: readonly string[]): ServedPort | undefined {
  const asked = found.filter((port) => isWanted(port, wanted));
  const first = asked.find(({ isTcp }) => isTcp);
  return wanted.length > 0 || asked.every(({ isTcp }) => isTcp) ? first : undefined;
}

function isWanted({ number }: ServedPort, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(number);
}

interface Hit {
  readonly workload: Workload;
  readonly port: ServedPort;
}

/** What a gateway speaks is up to its Gateways, whatever its Service calls the ports. */
function firstHit(
  inventory: Inventory,
  workloads: readonly Workload[],
  hitAmong: (ports: readonly ServedPort[]) => ServedPort | undefined,
): Hit | undefined {
  for (const workload of workloads.filter((one) => inventory.isMeshed(one) && !isGatewayProxy(inventory, one))) {
    const port = hitAmong(servedPorts(inventory, workload));
    if (port !== undefined) {
      return { workload, port };
    }
  }
  return undefined;
}

function servedPorts(inventory: Inventory, workload: Workload): ServedPort[] {
  return inventory
    .servicesOf(workload)
    .flatMap(({ name, ports }) => ports.map((port) => ({ name, port })))
    .filter(({ port }) => protocolOf(port) !== 'udp')
    .map(({ name, port }) => ({
      number: String(podPortOf(port, workload) ?? ''),
      said: `${protocolOf(port) ?? ''} at ${port.port ?? ''} of Service ${name}`,
      isTcp: !speaksHttp(port),
    }));
}
