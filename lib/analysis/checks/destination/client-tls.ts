import { isAssumed } from '../../inventory/assumed';
import { qualified } from '../../inventory/hosts';
import type { FieldPath } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import { doubtAbout } from '../../transport/connection';
import { toldTls } from '../../transport/destination-policy';
import { isMutualTls, type MutualTls, mutualTlsOf, peerAuthenticationsOf, refuses } from '../../transport/mutual-tls';
import { reachOf, wholeMesh } from '../../transport/reach';
import type { DestinationRule } from '../../views/destination-rule';
import { includesLabels } from '../../views/selector';
import type { Service } from '../../views/service';
import type { Workload } from '../../views/workload';
import { allPolicies, type PlacedPolicy } from './policies';
import { mention } from '../mention';

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
 * @param taken the mode of servers that refuses what is sent
 */
export function* tlsClashes(inventory: Inventory, taken: MutualTls): Generator<TlsClash> {
  for (const placed of allPolicies(inventory)) {
    const { rule, policy, path } = placed;
    const mode = policy.tls?.mode ?? 'DISABLE';
    const isRefused = policy.tls !== undefined && refuses(taken, mode);
    const refusing = (isRefused ? serversOf(inventory, placed) : []).filter((server) => server.taken === taken);
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
  const reach = reachOf(host);
  const namespace = reach === wholeMesh ? inventory.mesh.rootNamespace : reach;
  const policies = namespace === undefined ? [] : peerAuthenticationsOf(inventory, { namespace, labels: {} });
  const mode = policies.map(({ spec }) => spec.mtls?.mode).find(isMutualTls);
  const name = reach === wholeMesh ? 'the mesh' : `namespace ${reach ?? ''}`;
  return mode === undefined ? [] : [{ taken: mode, name }];
}

/** The pods that the policy is the closest for, by a subset that they are in or without any. */
function podServers(inventory: Inventory, { rule, path }: PlacedPolicy, service: Service): Server[] {
  const place = JSON.stringify([...path, 'tls']);
  const isTold = ({ labels }: Workload, port: number): boolean => {
    const subsets = rule.spec.subsets.filter((subset) => includesLabels(labels, subset.labels));
    const names = subsets.length === 0 ? [undefined] : subsets.map(({ name }) => name);
    return names.some((name) => JSON.stringify(toldTls({ rules: [rule] }, name, port)?.path) === place);
  };
  return inventory
    .workloadsBehind(service)
    .filter((workload) => doubtAbout(inventory, workload) === undefined)
    .flatMap((workload) =>
      service.ports
        .filter(({ port }) => port !== undefined && isTold(workload, port))
        .map((servicePort) => {
          const { protocol = 'TCP' } = servicePort;
          const to = { workload, port: podPortOf(servicePort, workload) ?? 0, protocol };
          return { taken: mutualTlsOf(inventory, to), name: mention(workload.manifest) };
        }),
    );
}
