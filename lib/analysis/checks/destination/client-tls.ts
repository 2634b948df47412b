import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import type { FieldPath } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import { isMutualTls, type MutualTls, mutualTlsOf, peerAuthenticationsOf } from '../../transport/mutual-tls';
import type { DestinationRule } from '../../views/destination-rule';
import { includesLabels } from '../../views/selector';
import type { Service } from '../../views/service';
import { allPolicies, type PlacedPolicy } from './policies';

/** Where a DestinationRule makes clients send what servers do not take. */
export interface TlsClash {
  readonly rule: DestinationRule;
  readonly path: FieldPath;
  readonly sent: string;
  /** `Deployment web and Deployment api`, `namespace shop` */
  readonly servers: string;
}

/** The servers of a rule that take something in one mode alone. */
interface Server {
  readonly taken: MutualTls;
  readonly name: string;
}

/**
 * Every clash of what clients send with what servers take.
 * @param sent the modes of DestinationRules that are looked for
 * @param taken the mode of servers that refuses them
 */
export function* tlsClashes(inventory: Inventory, sent: readonly string[], taken: MutualTls): Generator<TlsClash> {
  for (const placed of allPolicies(inventory)) {
    const { rule, policy, path } = placed;
    const mode = policy.tls?.mode ?? 'DISABLE';
    const isAsked = policy.tls !== undefined && sent.includes(mode);
    const refusing = (isAsked ? serversOf(inventory, placed) : []).filter((server) => server.taken === taken);
    if (refusing.length > 0) {
      const servers = [...new Set(refusing.map(({ name }) => name))].join(' and ');
      yield { rule, path: [...path, 'tls', 'mode'], sent: mode, servers };
    }
  }
}

function serversOf(inventory: Inventory, placed: PlacedPolicy): Server[] {
  const { manifest, spec } = placed.rule;
  const host = qualified(spec.host ?? '', manifest.namespace);
  if (host.startsWith('*')) {
    return namespaceServer(inventory, host);
  }
  const service = inventory.serviceOf(host);
  return service === undefined || isAssumed(service.manifest) ? [] : podServers(inventory, placed, service);
}

/** Rules for a whole namespace or the whole mesh meet what is said for as many. */
function namespaceServer(inventory: Inventory, host: string): Server[] {
  const namespace = /^\*\.([^.]+)\.svc\.cluster\.local$/.exec(host)?.[1];
  const isMesh = ['*', '*.local', '*.cluster.local', '*.svc.cluster.local'].includes(host);
  const where = namespace ?? (isMesh ? inventory.mesh.rootNamespace : undefined);
  const policies = where === undefined ? [] : peerAuthenticationsOf(inventory, { namespace: where, labels: {} });
  const mode = policies.map(({ spec }) => spec.mtls?.mode).find(isMutualTls);
  const name = namespace === undefined ? 'the mesh' : `namespace ${namespace}`;
  return mode === undefined ? [] : [{ taken: mode, name }];
}

function podServers(inventory: Inventory, placed: PlacedPolicy, service: Service): Server[] {
  const { rule, port, subset, otherPorts } = placed;
  const { subsets } = rule.spec;
  const labels = subset === undefined ? {} : (subsets[subset]?.labels ?? {});
  const others = subset === undefined ? subsets.filter(({ trafficPolicy }) => trafficPolicy?.tls !== undefined) : [];
  const ports = service.ports.filter((one) => (port ?? one.port) === one.port && !otherPorts.includes(one.port));
  return inventory
    .workloadsBehind(service)
    .filter((workload) => includesLabels(workload.labels, labels))
    .filter((workload) => !others.some((other) => includesLabels(workload.labels, other.labels)))
    .flatMap((workload) =>
      ports.map((one) => ({
        taken: mutualTlsOf(inventory, workload, podPortOf(one, workload) ?? 0),
        name: `${workload.kind} ${workload.name}`,
      })),
    );
}
