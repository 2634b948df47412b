import { portOf } from '../call';
import { type Mesh, membersOf } from '../mesh';
import type { Problem } from '../problem';
import { releasesOf } from '../service';

/** What every supported Kubernetes takes; shells know fewer characters. */
const variableName = /^[-._A-Za-z][-._A-Za-z0-9]*$/;

/** Environment variables have names, and one writer each. */
export function variables(mesh: Mesh): Problem[] {
  return [...declared(mesh), ...addresses(mesh)];
}

function declared({ services, jobs = [] }: Mesh): Problem[] {
  const all = [
    ...services.flatMap((service) =>
      [service.env, ...releasesOf(service).map(({ env }) => env)].map((env) => ({ name: service.name, env })),
    ),
    ...jobs,
  ];
  return all.flatMap(({ name, env = {} }) => Object.keys(env).flatMap((variable) => badName(name, variable)));
}

function addresses(mesh: Mesh): Problem[] {
  const own = new Map(membersOf(mesh).map(({ name, env = {} }) => [name, env]));
  return mesh.calls.flatMap((call) => {
    if (call.address === undefined) {
      return [];
    }
    const { variable, form } = call.address;
    const path = ['calls', `${call.caller.name} -> ${call.callee.name}`, 'address'];
    const problems = badName(call.caller.name, variable);
    if (own.get(call.caller.name)?.[variable] !== undefined) {
      const rule = `${call.caller.name} sets this variable itself, and the address would overwrite it`;
      problems.push({ path, value: variable, rule, remedy: 'remove it from env' });
    }
    if (form === 'url' && portOf(call).protocol === 'tcp') {
      const rule = 'a URL has a scheme, and plain tcp has none';
      problems.push({ path, value: form, rule, remedy: 'use the form `authority`' });
    }
    return problems;
  });
}

function badName(owner: string, variable: string): Problem[] {
  const rule =
    'an environment variable has letters, digits, underscores, dashes and dots in its name, and starts with no digit';
  const problem = { path: ['services', owner, 'env'], value: variable, rule, remedy: 'write it like `BACKEND_URL`' };
  return variableName.test(variable) ? [] : [problem];
}
