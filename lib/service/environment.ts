import { addressFor, addressOf } from '../model/call';
import type { Identity } from '../model/identity';
import type { CallGraph } from '../model/mesh';
import type { Process } from '../model/process';

/**
 * The environment of a process of a caller: what was declared for it, and the address of every callee, computed from the
 * call so that no host name is typed twice.
 */
export function environment(caller: Identity, process: Process, graph: CallGraph): Record<string, string> {
  const addresses = new Map<string, string[]>();
  for (const call of graph.callsFrom(caller)) {
    const address = addressFor(call, process);
    if (address !== undefined) {
      const { variable, form } = address;
      addresses.set(variable, [...(addresses.get(variable) ?? []), addressOf(call, form)]);
    }
  }
  const joined = [...addresses].map(([variable, values]) => [variable, values.join(',')] as const);
  return { ...process.env, ...Object.fromEntries(joined) };
}
