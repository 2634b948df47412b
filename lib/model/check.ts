import type { Mesh } from './mesh';
import type { Problem } from './problem';
import { calls } from './rules/calls';
import { edges } from './rules/edges';
import { names } from './rules/names';
import { pins } from './rules/pins';
import { ports } from './rules/ports';
import { releases } from './rules/releases';
import { splits } from './rules/splits';
import { uniqueness } from './rules/uniqueness';

const rules = [names, uniqueness, ports, releases, calls, splits, pins, edges];

/** Everything that is wrong with a mesh, in the order of the rules; empty when it can be rendered. */
export function check(mesh: Mesh): Problem[] {
  return rules.flatMap((rule) => rule(mesh));
}
