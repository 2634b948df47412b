import { type Access, Accesses, decidingIn } from '../../access/access';
import { destinationsCalled } from '../../access/called';
import { callingPod } from '../../access/pod';
import { addressesOf } from '../../inventory/addresses';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { podPortOf } from '../../inventory/pod-port';
import { AuthorizationPolicies } from '../../authorization/applying';
import { actionOf } from '../../views/authorization-policy';
import type { Service, ServicePort } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Hit } from '../../finding';
import type { Check } from '../check';
import { mention, mentions } from '../mention';
import { mayBeMeshed } from '../workload/injection';
import { clientOf } from '../../routing/client';
import { configurationOf } from '../../routing/configuration';
import { allDestinations } from '../../routing/destinations';
import { isIntercepted } from '../../transport/interception';

/**
 * Calls that files show are those that the environment of a caller names, and routes. Where no file
 * shows whether a caller has a sidecar, it is taken to have one. Of a route nobody knows who takes
 * it: it is shut where nobody at all is let in.
 */
export const shutOutCaller: Check = {
  code: 'LAB020',
  level: 'error',
  title: 'Every call that the files show is one that policies allow',
  reason: 'Where an ALLOW policy applies, even one without rules, whoever matches none of them gets 403.',
  remedy: 'add the caller to an ALLOW policy that selects the pods of the callee',
  link: 'https://istio.io/latest/docs/concepts/security/#implicit-enablement',
  *find(inventory) {
    const policies = new AuthorizationPolicies(inventory);
    const accesses = new Accesses(inventory);
    const shut = new Map<Service | undefined, Hit>(shutRoutes(inventory, policies));
    yield* shut.values();
    for (const caller of inventory.workloads) {
      const pod = { ...callingPod(inventory, caller), isMeshed: mayBeMeshed(inventory, caller) };
      const client = clientOf(inventory, caller);
      for (const address of addressesOf(inventory, caller)) {
        const { host, text, path } = address;
        const called = destinationsCalled(inventory, client, address).filter(
          ({ service }) => !shut.has(service?.service),
        );
        const refused = called.find((to) => isRefused(accesses.of(pod, to)));
        if (refused !== undefined) {
          const callee = refused.workload;
          const names = mentions(policies.enforcedOn(callee).map(({ manifest }) => manifest));
          const who = `${caller.namespace}/${caller.serviceAccount}`;
          const verb = refused.service?.service.host === host ? 'is' : 'leads to';
          const message = `${text} ${verb} ${mention(callee.manifest)}, whose policies (${names}) do not let ${who} in`;
          yield { manifest: caller.manifest, path, message };
        }
      }
    }
  },
};

function isRefused(access: Access): boolean {
  return access.verdict === 'denied' && decidingIn(access)?.layer === 'authorization';
}

/** For each Service that nobody can call, the last route that sends to it. */
function* shutRoutes(inventory: Inventory, policies: AuthorizationPolicies): Generator<[Service, Hit]> {
  for (const { manifest, destination, path } of allDestinations(configurationOf(inventory).routes)) {
    const service = inventory.serviceOf(qualified(destination.host ?? '', manifest.namespace));
    const ports = service?.ports.filter(({ port }) => (destination.port?.number ?? port) === port) ?? [];
    const callees = service === undefined ? [] : inventory.workloadsBehind(service);
    const callee = callees.find((workload) => isShut(inventory, policies, workload, ports));
    if (service !== undefined && callee !== undefined) {
      const message = `${mention(callee.manifest)} is under a policy that denies all, and no policy lets anybody in`;
      yield [service, { manifest, path, message }];
    }
  }
}

/** Whether nobody at all is let in at some of the ports; past the sidecar no policy holds. */
function isShut(
  inventory: Inventory,
  policies: AuthorizationPolicies,
  workload: Workload,
  ports: readonly ServicePort[],
): boolean {
  const allowing = policies.enforcedOn(workload).filter((policy) => actionOf(policy) === 'ALLOW');
  const isGuarded = allowing.length > 0 && allowing.every(({ spec }) => spec.rules.length === 0);
  return (
    isGuarded &&
    ports.some((servicePort) => {
      const { protocol = 'TCP' } = servicePort;
      return isIntercepted(inventory, { workload, port: podPortOf(servicePort, workload) ?? 0, protocol });
    })
  );
}
