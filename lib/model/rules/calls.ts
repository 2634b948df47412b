import { type Call, portOf } from '../call';
import type { Identity } from '../identity';
import { type Mesh, membersOf } from '../mesh';
import type { Problem } from '../problem';
import { repeated } from './repeated';

/** Calls connect two different services of the mesh, once per port. */
export function calls(mesh: Mesh): Problem[] {
  const known = new Set<Identity>(membersOf(mesh));
  const strangers = mesh.calls.flatMap((call) =>
    (['caller', 'callee'] as const)
      .filter((end) => !known.has(call[end]))
      .map((end) =>
        problem(call, `the ${end} of a call is a service of the mesh`, `add ${call[end].name} to the services`),
      ),
  );
  const selfCalls = mesh.calls
    .filter((call) => call.caller === call.callee)
    .map((call) => problem(call, 'a service does not call itself', 'remove the call'));
  const foreignPorts = mesh.calls
    .filter((call) => call.port !== undefined && !call.callee.ports.includes(call.port))
    .map((call) => problem(call, 'a call goes to a port of its callee', `use a port of ${call.callee.name}`));
  const twice = repeated(mesh.calls, (call) => `${call.caller.name}>${call.callee.name}:${portOf(call).number}`).map(
    (call) => problem(call, 'a call is declared once per port', 'remove the second declaration'),
  );
  return [...strangers, ...selfCalls, ...foreignPorts, ...twice];
}

function problem(call: Call, rule: string, remedy: string): Problem {
  const value = `${call.caller.name} -> ${call.callee.name}`;
  return { path: ['calls', value], value, rule, remedy };
}
