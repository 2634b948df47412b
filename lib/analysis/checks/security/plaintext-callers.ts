import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import { connectionOf, type Receiver } from '../../transport/connection';
import { destinationPolicyOf, toldTls } from '../../transport/destination-policy';
import { isIntercepted } from '../../transport/interception';
import { type Sender, senderOf } from '../../transport/sender';
import type { Workload } from '../../views/workload';
import { mention } from '../mention';

/** A port of a workload, as callers of one of its Services know it. */
type ServedPort = Required<Omit<Receiver, 'subset'>>;

/**
 * Why callers of some namespace have no identity where a workload would take one: their proxies send plain text by every way to
 * it, because a DestinationRule or the mesh says so.
 * @param namespaces of the callers
 * @returns nothing if there is none
 */
export function whyAnonymous(
  inventory: Inventory,
  workload: Workload,
  namespaces: readonly string[],
): string | undefined {
  const [first, ...others] = portsOf(inventory, workload);
  if (first === undefined) {
    return undefined;
  }
  for (const namespace of namespaces) {
    const [sender, ...more] = sendersIn(inventory, namespace);
    const isAnonymous = (one: Sender): boolean => [first, ...others].every((to) => isPlain(inventory, one, to));
    if ([sender, ...more].every(isAnonymous)) {
      return `callers of namespace ${namespace} send plain text, ${causeOf(inventory, sender, first)}`;
    }
  }
  return undefined;
}

/** Where its sidecar has the connections: elsewhere no rule holds anyhow. */
function portsOf(inventory: Inventory, workload: Workload): ServedPort[] {
  return inventory
    .servicesOf(workload)
    .flatMap((service) =>
      service.ports.map((servicePort): ServedPort => {
        const { port = 0, protocol = 'TCP' } = servicePort;
        return { workload, port: podPortOf(servicePort, workload) ?? port, protocol, service: { service, port } };
      }),
    )
    .filter((to) => isIntercepted(inventory, to));
}

/** The pods of a namespace that have sidecars, or else one as it might be. */
function sendersIn(inventory: Inventory, namespace: string): [Sender, ...Sender[]] {
  const [first, ...others] = inventory.pods
    .in(namespace)
    .filter((workload) => inventory.isMeshed(workload))
    .map((workload) => senderOf(inventory, workload));
  const unseen = { namespace, labels: {}, isMeshed: true, isAmbient: false, bypassed: [] };
  return [first ?? unseen, ...others];
}

function isPlain(inventory: Inventory, sender: Sender, to: ServedPort): boolean {
  const { spoken, decision } = connectionOf(inventory, sender, { ...to, subset: '' });
  return spoken === 'plaintext' && decision.passes === true;
}

function causeOf(inventory: Inventory, sender: Sender, { service: { service, port } }: ServedPort): string {
  const told = toldTls(destinationPolicyOf(inventory, service.host, sender), undefined, port);
  return told === undefined
    ? 'because automatic mutual TLS is off and no DestinationRule has them send it'
    : `because ${mention(told.rule.manifest, told.path)} says so`;
}
