import type { Mesh } from './mesh';
import type { Problem } from './problem';
import { budgets } from './rules/budgets';
import { calls } from './rules/calls';
import { capacity } from './rules/capacity';
import { cycles } from './rules/cycles';
import { edges } from './rules/edges';
import { externalCalls } from './rules/external-calls';
import { jobs } from './rules/jobs';
import { lostTries } from './rules/lost-tries';
import { names } from './rules/names';
import { pins } from './rules/pins';
import { namespaces } from './rules/namespaces';
import { policies } from './rules/policies';
import { ports } from './rules/ports';
import { processTimeouts } from './rules/process-timeouts';
import { processes } from './rules/processes';
import { releases } from './rules/releases';
import { scopes } from './rules/scopes';
import { sidecars } from './rules/sidecars';
import { splits } from './rules/splits';
import { timeouts } from './rules/timeouts';
import { tries } from './rules/tries';
import { uniqueness } from './rules/uniqueness';
import { variables } from './rules/variables';

const rules = [
  names,
  namespaces,
  uniqueness,
  ports,
  releases,
  jobs,
  processes,
  variables,
  sidecars,
  calls,
  externalCalls,
  scopes,
  policies,
  cycles,
  tries,
  timeouts,
  processTimeouts,
  lostTries,
  capacity,
  budgets,
  splits,
  pins,
  edges,
];

/** Everything that is wrong with a mesh, in the order of the rules; empty when it can be rendered. */
export function check(mesh: Mesh): Problem[] {
  return rules.flatMap((rule) => rule(mesh));
}
