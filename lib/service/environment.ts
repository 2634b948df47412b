import { addressOf } from '../model/call';
import type { CallGraph } from '../model/mesh';
import type { Release, Service } from '../model/service';

/**
 * The environment of one release: what the service and the release declare, and the address of
 * every callee, computed from the call so that no host name is typed twice.
 */
export function environment(service: Service, release: Release, graph: CallGraph): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const call of graph.callsFrom(service)) {
    if (call.address !== undefined) {
      const { variable, form } = call.address;
      const others = addresses[variable];
      addresses[variable] = others === undefined ? addressOf(call, form) : `${others},${addressOf(call, form)}`;
    }
  }
  return { ...service.env, ...release.env, ...addresses };
}
