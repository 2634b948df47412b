import { parse } from 'yaml';
import { check } from '../../lib/model/check';
import type { Mesh } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { sampleService } from '../support/sample';
import { type KubeObject, nameOf, objectsIn } from './extract/objects';
import { rendered } from '../support/render';

/** Reads one object of a mesh by `Kind namespace/name`; throws for a mesh that something is wrong with. */
export function readerOf(mesh: Mesh): (name: string) => KubeObject {
  const problems = check(mesh);
  if (problems.length > 0) {
    throw new Error(`the mesh is not a good one: ${JSON.stringify(problems)}`);
  }
  const objects = objectsIn(rendered(mesh));
  return (name) => {
    const object = objects.find((one) => nameOf(one) === name);
    if (object === undefined) {
      throw new Error(`there is no ${name} among ${objects.map(nameOf).join(', ')}`);
    }
    return object;
  };
}

/** A fragment as it is published. */
export function published(text: string): unknown {
  return parse(text) as unknown;
}

/** Somebody who calls, and whom the outside world reaches. */
export const web = sampleService('web', { namespace: 'shop' });

/** A mesh of a caller and a callee, each in a state to be changed. */
export function pair(callee: Service, call: Partial<Mesh['calls'][number]> = {}, rest: Partial<Mesh> = {}): Mesh {
  return {
    services: [web, callee],
    calls: [{ caller: web, callee, ...call }],
    edges: [{ service: web, hosts: ['shop.localhost'] }],
    traffic: { pins: [], splits: new Map() },
    ...rest,
  };
}
