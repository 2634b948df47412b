import { amountOf, isQuantity } from '../../kubernetes/quantity';
import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { Resources, SidecarResources } from '../service';

interface Process {
  readonly name: string;
  readonly resources: Resources;
  readonly sidecar?: SidecarResources | 'none';
  readonly user?: number;
}

/** What runs as a container says in quantities what it needs, and runs as somebody but root. */
export function processes(mesh: Mesh): Problem[] {
  const of = (kind: string) => (process: Process) => [
    ...quantities(kind, process),
    ...memory(kind, process),
    ...user(kind, process),
  ];
  return [...mesh.services.flatMap(of('services')), ...(mesh.jobs ?? []).flatMap(of('jobs'))];
}

function quantities(kind: string, { name, resources, sidecar = 'none' }: Process): Problem[] {
  const fields: [string, unknown][] = [
    ...Object.entries(resources),
    ...(sidecar === 'none' ? [] : Object.entries(sidecar)),
  ];
  return fields
    .filter(([, value]) => !isQuantity(value))
    .map(([field, value]) => ({
      path: [kind, name, 'resources', field],
      value,
      rule: 'resources are Kubernetes quantities',
      remedy: 'write it like 500m for cores or 256Mi for memory',
    }));
}

function memory(kind: string, { name, resources }: Process): Problem[] {
  const { memory: request, memoryLimit: limit } = resources;
  const rule = `a process may take (${limit}) at least what it asks for (${request})`;
  const problem = { path: [kind, name, 'resources', 'memory'], value: request, rule, remedy: 'raise memoryLimit' };
  return amountOf(request) > amountOf(limit) ? [problem] : [];
}

function user(kind: string, { name, user: value }: Process): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) {
    return [];
  }
  const rule = 'a user is a whole number above 0: Pod Security `restricted` refuses root';
  return [{ path: [kind, name, 'user'], value, rule, remedy: 'use 1000, or the user of the image' }];
}
