import { addressesOf } from '../../inventory/addresses';
import { qualified } from '../../inventory/hosts';
import { indexBy } from '../../inventory/index-by';
import type { Inventory } from '../../inventory/inventory';
import { configurationOf } from '../../routing/configuration';
import { allDestinations } from '../../routing/destinations';
import type { Check } from '../check';
import { declaredPort } from '../declared-port';
import { mention } from '../mention';
import { allPolicies, type PlacedPolicy } from './policies';

/** A port of TLS that rules of HTTP lead to gets what a proxy has read: there TLS is for the rule to add. */
export const doubleTls: Check = {
  code: 'LAB089',
  level: 'error',
  title: 'Nobody puts TLS around connections that are TLS already',
  reason:
    'A proxy does not look into a port of HTTPS or TLS, nor into what a rule for TLS hands on: callers speak TLS to it themselves. Of TLS in TLS the server understands nothing.',
  remedy:
    'remove `tls` from the DestinationRule; or let callers speak plain HTTP, to a port that is declared as HTTP and has the port of TLS as its targetPort',
  link: 'https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls-tls-origination-for-a-tls-request',
  *find(inventory) {
    const origins = originsIn(inventory);
    for (const placed of allPolicies(inventory)) {
      const { rule, policy, path } = placed;
      const mode = policy.tls?.mode ?? '';
      const host = qualified(rule.spec.host ?? '', rule.manifest.namespace);
      for (const port of ['SIMPLE', 'MUTUAL'].includes(mode) ? portsOf(inventory, placed, host) : []) {
        const why = whyEncrypted(inventory, origins.get(`${host}:${port}`) ?? [], { host, port });
        if (why !== undefined) {
          const message = `what is sent to ${host}:${port} is TLS already, because ${why}`;
          yield { manifest: rule.manifest, path: [...path, 'tls', 'mode'], message };
        }
      }
    }
  },
};

/** The ports that a policy is for; a subset is a matter of routes alone. */
function portsOf(inventory: Inventory, { rule, port, otherPorts, subset }: PlacedPolicy, host: string): number[] {
  const all = inventory.portsOf(host, rule.manifest.namespace).map(({ number }) => number);
  const own = all.filter((number) => (port === undefined ? !otherPorts.includes(number) : number === port));
  return subset === undefined ? own : [];
}

/** Somebody who sends to a port: a rule of a route, or a caller by its environment. */
interface Origin {
  readonly address: string;
  readonly speaks: 'plain' | 'tls';
  /** For the reader. */
  readonly who: string;
}

/** Everybody who sends to a port, by the port: `api.example:443`. */
function originsIn(inventory: Inventory): ReadonlyMap<string, readonly Origin[]> {
  const routed = allDestinations(configurationOf(inventory).routes).flatMap(({ manifest, destination, path }) => {
    const host = qualified(destination.host ?? '', manifest.namespace);
    const ports = inventory.portsOf(host, manifest.namespace).map(({ number }) => number);
    const speaks = path[1] === 'tls' ? ('tls' as const) : ('plain' as const);
    const who = `${mention(manifest, path)} hands it on as it comes`;
    return ports
      .filter((port) => (destination.port?.number ?? port) === port)
      .map((port): Origin => ({ address: `${host}:${port}`, speaks, who }));
  });
  const called = inventory.workloads.flatMap((workload) =>
    [...addressesOf(inventory, workload)].map(({ host, port, text, path }): Origin => {
      const who = `${mention(workload.manifest, path)} calls ${text}`;
      return {
        address: `${host}:${String(port)}`,
        speaks: /^(https|wss|grpcs|tls):/i.test(text) ? 'tls' : 'plain',
        who,
      };
    }),
  );
  return indexBy([...routed, ...called], ({ address }) => address);
}

/** Nothing where somebody may send what is not encrypted, and where nobody says what a port speaks. */
function whyEncrypted(
  inventory: Inventory,
  origins: readonly Origin[],
  { host, port }: { readonly host: string; readonly port: number },
): string | undefined {
  const declared = declaredPort(inventory, host, port);
  const encrypted = origins.find(({ speaks }) => speaks === 'tls');
  if (origins.some(({ speaks }) => speaks === 'plain')) {
    return undefined;
  }
  return declared?.traffic === 'tls' ? `${declared.by} declares ${declared.protocol.toUpperCase()}` : encrypted?.who;
}
