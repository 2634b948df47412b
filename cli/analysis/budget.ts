import Table from 'cli-table3';
import { type BudgetReport, budgetOf } from '../../lib/analysis/budget';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { type Amount, amount, formatCpu, formatMemory, nothing, sum } from '../../lib/kubernetes/quantity';
import { platformRequests, profiles } from '../../lib/platform/profile';
import type { Settings } from '../../stacks/settings';
import type { Report } from './report';

/** What the objects ask for beside the platform of the lab, against its capacity. */
export function budget(inventory: Inventory, settings: Settings): Report {
  const profile = profiles[settings.profile];
  const report = budgetOf({
    inventory,
    sidecar: amount(profile.proxy.requests),
    platform: sum(...platformRequests(profile).map(amount)),
    capacity: amount(settings.capacity),
  });
  return { json: report, text: budgetTable(report), isFine: report.fits };
}

function budgetTable({ rows, platform, total, capacity, fits }: BudgetReport): string {
  const table = new Table({
    head: ['workload', 'pods', 'containers', 'sidecars'],
    style: { head: [], border: [] },
  });
  for (const { namespace, name, pods, containers, sidecars } of rows) {
    table.push([`${namespace}/${name}`, pods, format(containers), format(sidecars)]);
  }
  const sidecars = sum(nothing, ...rows.map((row) => row.sidecars));
  return [
    table.toString(),
    `sidecars  ${format(sidecars)}`,
    `platform  ${format(platform)}`,
    `total     ${format(total)}`,
    `capacity  ${format(capacity)}: ${fits ? 'it fits' : 'it does not fit'}`,
  ].join('\n');
}

function format({ cpu, memory }: Amount): string {
  return `${formatCpu(cpu)}, ${formatMemory(memory)}`;
}
