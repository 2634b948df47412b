import { amountOf, isQuantity, quantityRule } from '../../kubernetes/quantity';
import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import type { Resources, SidecarResources } from '../service';
import { isImage, imageRule } from './images';
import { type OwnedProcess, processesOf } from './processes-of';

interface Container {
  readonly name: string;
  readonly resources: Resources;
  readonly sidecar?: SidecarResources | 'none';
}

/** What runs as a container has an image, says in quantities what it needs, and runs as somebody but root. */
export function processes(mesh: Mesh): Problem[] {
  return [
    ...mesh.services.flatMap((service) => needs('services', service)),
    ...(mesh.jobs ?? []).flatMap((job) => needs('jobs', job)),
    ...processesOf(mesh).flatMap((process) => [...image(process), ...user(process)]),
  ];
}

function needs(kind: string, container: Container): Problem[] {
  return [...quantities(kind, container), ...memory(kind, container)];
}

function quantities(kind: string, { name, resources, sidecar = 'none' }: Container): Problem[] {
  const fields: [string, unknown][] = [
    ...Object.entries(resources),
    ...(sidecar === 'none' ? [] : Object.entries(sidecar)),
  ];
  return fields
    .filter(([, value]) => !isQuantity(value))
    .map(([field, value]) => ({
      path: [kind, name, 'resources', field],
      value,
      rule: `each of the resources is ${quantityRule}`,
      remedy: 'write it like 500m for cores or 256Mi for memory',
    }));
}

function memory(kind: string, { name, resources }: Container): Problem[] {
  const { memory: request, memoryLimit: limit } = resources;
  const rule = `a process may take (${limit}) at least what it asks for (${request})`;
  const problem = { path: [kind, name, 'resources', 'memory'], value: request, rule, remedy: 'raise memoryLimit' };
  return amountOf(request) > amountOf(limit) ? [problem] : [];
}

function image({ process, path }: OwnedProcess): Problem[] {
  const remedy = 'write it like `team/app:v1.2.3`';
  return isImage(process.image) ? [] : [{ path: [...path, 'image'], value: process.image, rule: imageRule, remedy }];
}

function user({ process: { user: value }, path }: OwnedProcess): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) {
    return [];
  }
  const rule = 'a user is a whole number above 0: Pod Security `restricted` refuses root';
  return [{ path: [...path, 'user'], value, rule, remedy: 'use 1000, or the user of the image' }];
}
