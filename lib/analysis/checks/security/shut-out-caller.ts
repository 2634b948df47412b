import { namedServices } from '../../inventory/addresses';
import { qualified } from '../../inventory/hosts';
import type { Inventory } from '../../inventory/inventory';
import { nameOf } from '../../manifest/manifest';
import { podPortOf } from '../../inventory/pod-port';
import { AuthorizationPolicies } from '../../authorization/applying';
import { canMatch } from '../../authorization/callers';
import { actionOf, type AuthorizationPolicy } from '../../views/authorization-policy';
import type { Service } from '../../views/service';
import type { Workload } from '../../views/workload';
import type { Hit } from '../../finding';
import type { Check } from '../check';
import { allDestinations } from '../../views/destinations';

/**
 * Calls that files show are those that the environment of a caller names, and routes. Of a route
 * nobody knows who takes it: it is shut where nobody at all is let in.
 */
export const shutOutCaller: Check = {
  code: 'LAB020',
  level: 'error',
  title: 'Every call that the files show is one that policies allow',
  reason: 'Where an ALLOW policy applies, even one without rules, whoever matches none of them gets 403.',
  remedy: 'add the caller to an ALLOW policy that selects the pods of the callee',
  link: 'https://istio.io/latest/docs/concepts/security/#implicit-enablement',
  *find(inventory) {
    const guards = allowPolicies(inventory);
    const shut = new Map([...shutRoutes(inventory, guards)]);
    yield* shut.values();
    for (const caller of inventory.workloads) {
      for (const { service, port, text, path } of namedServices(inventory, caller)) {
        const callees = shut.has(service) ? [] : inventory.workloadsBehind(service);
        const callee = callees.find((workload) => {
          const policies = guards.get(workload) ?? [];
          const podPort = port === undefined ? undefined : podPortOf(port, workload);
          return policies.length > 0 && !policies.some((policy) => canMatch(inventory, policy, caller, podPort));
        });
        if (callee !== undefined) {
          const names = (guards.get(callee) ?? []).map(({ manifest }) => manifest.name).join(', ');
          const who = `${caller.namespace}/${caller.serviceAccount}`;
          const message = `${text} is ${nameOf(callee.manifest)}, whose policies (${names}) do not let ${who} in`;
          yield { manifest: caller.manifest, path, message };
        }
      }
    }
  },
};

type Guards = ReadonlyMap<Workload, readonly AuthorizationPolicy[]>;

/** The ALLOW policies of the workloads that can obey them. */
function allowPolicies(inventory: Inventory): Guards {
  const policies = new AuthorizationPolicies(inventory);
  const guarded = inventory.workloads.filter((workload) => inventory.isMeshed(workload));
  return new Map(
    guarded.map((workload) => [
      workload,
      policies.enforcedOn(workload).filter((policy) => actionOf(policy) === 'ALLOW'),
    ]),
  );
}

/** For each Service that nobody can call, the last route that sends to it. */
function* shutRoutes(inventory: Inventory, guards: Guards): Generator<[Service, Hit]> {
  for (const { route, destination, path } of allDestinations(inventory.virtualServices)) {
    const service = inventory.serviceOf(qualified(destination.host ?? '', route.manifest.namespace));
    const callee = service === undefined ? undefined : shutWorkload(inventory, guards, service);
    if (service !== undefined && callee !== undefined) {
      const message = `${nameOf(callee.manifest)} is under a policy that denies all, and no policy lets anybody in`;
      yield [service, { manifest: route.manifest, path, message }];
    }
  }
}

function shutWorkload(inventory: Inventory, guards: Guards, service: Service): Workload | undefined {
  return inventory.workloadsBehind(service).find((workload) => {
    const policies = guards.get(workload) ?? [];
    return policies.length > 0 && policies.every(({ spec }) => spec.rules.length === 0);
  });
}
