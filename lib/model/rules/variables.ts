import { addressFor, portOf } from '../call';
import { CallGraph, type Mesh } from '../mesh';
import type { Problem } from '../problem';
import { type OwnedProcess, processesOf } from './processes-of';

/** What every supported Kubernetes takes; shells know fewer characters. */
const variableName = /^[-._A-Za-z][-._A-Za-z0-9]*$/;

/** Environment variables have names, and one writer each; addresses are those of declared calls. */
export function variables(mesh: Mesh): Problem[] {
  const graph = new CallGraph(mesh);
  return processesOf(mesh).flatMap((process) => [
    ...declared(process),
    ...addresses(process, graph),
    ...uncalled(process, graph),
  ]);
}

function declared({ process: { env = {} }, path }: OwnedProcess): Problem[] {
  return Object.keys(env).flatMap((variable) => badName([...path, 'env'], variable));
}

function addresses({ owner, process, path }: OwnedProcess, graph: CallGraph): Problem[] {
  return graph.callsFrom(owner).flatMap((call) => {
    const address = addressFor(call, process);
    if (address === undefined) {
      return [];
    }
    const { variable, form } = address;
    const at = [...path, 'addresses', call.callee.name];
    const problems = badName(at, variable);
    if (process.env?.[variable] !== undefined) {
      const rule = `${owner.name} sets this variable itself, and the address would overwrite it`;
      problems.push({ path: at, value: variable, rule, remedy: 'remove it from env' });
    }
    if (form === 'url' && portOf(call).protocol === 'tcp') {
      const rule = 'a URL has a scheme, and plain tcp has none';
      problems.push({ path: at, value: form, rule, remedy: 'use the form `authority`' });
    }
    return problems;
  });
}

/** A mistyped name would leave the process without the address. */
function uncalled({ owner, process: { addresses: told = {} }, path }: OwnedProcess, graph: CallGraph): Problem[] {
  const calls = graph.callsFrom(owner);
  const known = new Set([
    '*',
    ...calls.flatMap((call) => [call.callee.name, `${call.callee.name}:${portOf(call).number}`]),
  ]);
  return Object.keys(told)
    .filter((name) => !known.has(name))
    .map((name) => ({
      path: [...path, 'addresses', name],
      value: name,
      rule: `an address is that of a service that ${owner.name} calls`,
      remedy: `declare the call, or use one of ${[...known].join(', ')}`,
    }));
}

function badName(path: readonly string[], variable: string): Problem[] {
  const rule =
    'an environment variable has letters, digits, underscores, dashes and dots in its name, and starts with no digit';
  return variableName.test(variable) ? [] : [{ path, value: variable, rule, remedy: 'write it like `BACKEND_URL`' }];
}
