import { portNumbered } from '../analysis/views/service';
import { Accesses, decidingIn } from '../analysis/access/access';
import { type Destination, destinationsOf } from '../analysis/access/destination';
import type { CallingPod } from '../analysis/access/pod';
import { isAssumed } from '../analysis/inventory/assumed';
import { indexBy } from '../analysis/inventory/index-by';
import type { Inventory } from '../analysis/inventory/inventory';
import { routingTable } from '../analysis/access/routing-table';
import { bypassedPorts } from '../analysis/transport/interception';
import type { Workload } from '../analysis/views/workload';
import type { Live } from './plan';
import { foreignImpostor, plaintextImpostor, type Probe, probeOf, strangerProbe } from './probe';
import type { Item } from './question';

/** A call that the files declare: what it goes to, and whose it is. */
interface DeclaredCall {
  readonly caller: Workload;
  readonly destination: Destination;
}

/**
 * Each layer alone, for each declared call: a stranger meets the network; a pod that looks like the caller and has no
 * sidecar gets past it, and meets mutual TLS; one that has a sidecar and another account meets authorization.
 */
export function layerItems(inventory: Inventory, live: Live, most = Infinity): Item[] {
  const accesses = new Accesses(inventory);
  return declaredCalls(inventory)
    .slice(0, most)
    .flatMap(({ caller, destination }) => {
      const own = probeOf(caller, true);
      const impostors = [strangerProbe, plaintextImpostor(own), foreignImpostor(own)];
      return impostors.flatMap((probe) => itemsOf(inventory, accesses, { probe, destination, live }));
    });
}

interface Intrusion {
  readonly probe: Probe;
  readonly destination: Destination;
  readonly live: Live;
}

/** By the name of the Service; in plaintext to a pod itself as well, which no proxy of the caller could stop. */
function itemsOf(inventory: Inventory, accesses: Accesses, { probe, destination, live }: Intrusion): Item[] {
  const { workload, port, service } = destination;
  const [address] = live.addressesOf(workload.namespace, workload.labels);
  const direct: Destination = { workload, port, protocol: destination.protocol, isHttp: destination.isHttp };
  const named = service && { host: service.service.host, port: service.port, to: destination };
  const byAddress = address === undefined || probe.isMeshed ? undefined : { host: address, port, to: direct };
  return [named, byAddress]
    .filter((one) => one !== undefined)
    .map(({ host, port: number, to }): Item => {
      const access = accesses.of(callingPodOf(probe), to, { method: 'GET', path: '/' });
      const deciding = decidingIn(access);
      const what = `${probe.key} -> ${host.replace(/\.svc\.cluster\.local$/, '')}:${number}`;
      const head = { area: 'layers', what: host === address ? `${what} (${workload.name})` : what } as const;
      if (access.verdict === 'depends') {
        return { ...head, said: 'depends', why: deciding?.because ?? '' };
      }
      const layer = deciding?.layer ?? 'network';
      const isDenied = access.verdict === 'denied';
      return {
        ...head,
        said: isDenied ? `denied by ${layer}` : access.verdict,
        probe,
        ask: { scheme: 'http', host, port: number, method: 'GET', path: '/', headers: {} },
        times: 1,
        expected: isDenied ? { kind: 'refused', layer, isExact: true } : { kind: 'answered' },
      };
    });
}

function callingPodOf({ key, namespace, labels, annotations, account = 'default', isMeshed }: Probe): CallingPod {
  const bypassed = bypassedPorts(annotations);
  return {
    name: key,
    namespace,
    labels,
    serviceAccount: account,
    isMeshed,
    isAmbient: false,
    isOnHostNetwork: false,
    bypassed,
  };
}

/** Every call of one account to one Service, once. */
function declaredCalls(inventory: Inventory): DeclaredCall[] {
  const calls = routingTable(inventory).flatMap(({ client, outcome }): DeclaredCall[] => {
    const [branch] = outcome.branches.filter(({ share, failure }) => share > 0 && failure === undefined);
    const service = inventory.serviceOf(branch?.host ?? '');
    const port = service && portNumbered(service, branch?.port);
    const callee = branch?.workloads.find(({ manifest }) => !isAssumed(manifest));
    const [destination] = service && port && callee ? destinationsOf(service, port, callee) : [];
    return destination?.isHttp === true && client.isMeshed ? [{ caller: client.workload, destination }] : [];
  });
  const keyed = indexBy(calls, ({ caller, destination }) =>
    [caller.namespace, caller.serviceAccount, destination.service?.service.host, destination.service?.port].join(' '),
  );
  return [...keyed.values()].flatMap(([first]) => first ?? []);
}
