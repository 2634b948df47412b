import { addressOf } from '../model/call';
import type { Identity } from '../model/identity';
import type { CallGraph } from '../model/mesh';

/**
 * The environment of a process: what was declared for it, and the address of every callee,
 * computed from the call so that no host name is typed twice.
 */
export function environment(
  caller: Identity,
  declared: Readonly<Record<string, string>>,
  graph: CallGraph,
): Record<string, string> {
  const addresses = new Map<string, string[]>();
  for (const call of graph.callsFrom(caller)) {
    if (call.address !== undefined) {
      const { variable, form } = call.address;
      addresses.set(variable, [...(addresses.get(variable) ?? []), addressOf(call, form)]);
    }
  }
  const joined = [...addresses].map(([variable, values]) => [variable, values.join(',')] as const);
  return { ...declared, ...Object.fromEntries(joined) };
}
