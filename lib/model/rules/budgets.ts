import { type Amount, amount, exceeds, formatCpu, formatMemory, nothing, sum, times } from '../../kubernetes/quantity';
import type { Budget } from '../budget';
import type { Mesh } from '../mesh';
import type { Problem } from '../problem';
import { replicasOf, type Service } from '../service';

/**
 * Everything that runs fits into the cluster: the processes, one sidecar beside each of them, and
 * the platform. A cluster that is full leaves pods pending without a word.
 */
export function budgets(mesh: Mesh): Problem[] {
  const { budget } = mesh;
  if (budget === undefined) {
    return [];
  }
  const parts = partsOf(mesh, budget);
  const capacity = amount(budget.capacity);
  const needed = sum(...parts.map(([, part]) => part));
  const shown = (format: (part: Amount) => string): string =>
    `${parts.map(([name, part]) => `${name} ${format(part)}`).join(' + ')} = ${format(needed)}`;
  return [
    ...(exceeds(needed.cpu, capacity.cpu)
      ? [
          problem(
            'cpu',
            budget.capacity.cpu,
            shown(({ cpu }) => formatCpu(cpu)),
          ),
        ]
      : []),
    ...(exceeds(needed.memory, capacity.memory)
      ? [
          problem(
            'memory',
            budget.capacity.memory,
            shown(({ memory }) => formatMemory(memory)),
          ),
        ]
      : []),
  ];
}

type Part = readonly [name: string, amount: Amount];

function partsOf({ services, jobs = [] }: Mesh, budget: Budget): readonly Part[] {
  const processes = services.map((service) => times(replicasOf(service), amount(service.resources)));
  const sidecars = services.map((service) => times(replicasOf(service), sidecarOf(service, budget)));
  return [
    ['services', sum(...processes)],
    ['jobs', sum(...jobs.map((job) => amount(job.resources)))],
    ['sidecars', sum(...sidecars, times(jobs.length, amount(budget.sidecar)))],
    ['platform', sum(...budget.platform.map(amount))],
  ];
}

function sidecarOf({ sidecar }: Service, budget: Budget): Amount {
  return sidecar === 'none' ? nothing : amount(sidecar ?? budget.sidecar);
}

function problem(field: 'cpu' | 'memory', value: string, needed: string): Problem {
  return {
    path: ['capacity', field],
    value,
    rule: `what pods ask for fits into the cluster: ${needed}`,
    remedy: 'use fewer replicas or the demo profile, or raise the capacity if the cluster has more',
  };
}
