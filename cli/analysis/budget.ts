import { type BadRequest, type BudgetReport, budgetOf } from '../../lib/analysis/budget';
import type { Inventory } from '../../lib/analysis/inventory/inventory';
import { lineOf } from '../../lib/analysis/manifest/line';
import { fieldName, nameOf } from '../../lib/analysis/manifest/manifest';
import { shortened } from '../../lib/input/shortened';
import {
  type Amount,
  amount,
  formatCpu,
  formatMemory,
  nothing,
  quantityRule,
  sum,
} from '../../lib/kubernetes/quantity';
import { platformRequests, profiles } from '../../lib/platform/profile';
import { platformSizeOf, type Settings } from '../../stacks/settings';
import { textTable } from '../table';
import type { Overview } from './report';

/** What the objects ask for beside the platform of the lab, against its capacity. */
export function budget(inventory: Inventory, settings: Settings): Overview {
  const profile = profiles[settings.profile];
  const report = budgetOf({
    inventory,
    sidecar: amount(profile.proxy.requests),
    platform: sum(...platformRequests(profile, platformSizeOf(settings)).map(amount)),
    capacity: amount(settings.capacity),
    nodes: settings.capacity.nodes,
  });
  return {
    json: { ...report, badRequests: report.badRequests.map(badRequestJson) },
    text: [budgetTable(report), ...report.badRequests.map(badRequestText)].join('\n'),
    summary: `${formatCpu(report.total.cpu)} of ${formatCpu(report.capacity.cpu)}, ${formatMemory(report.total.memory)} of ${formatMemory(report.capacity.memory)}`,
    isFine: report.fits && report.badRequests.length === 0,
  };
}

function badRequestJson({ manifest, path, value }: BadRequest): object {
  return {
    file: manifest.origin.document.file.name,
    line: lineOf(manifest, path),
    object: nameOf(manifest),
    field: fieldName(path),
    value,
  };
}

function badRequestText({ manifest, path, value }: BadRequest): string {
  return [
    `${manifest.origin.document.file.name}:${lineOf(manifest, path)}: ${shortened(nameOf(manifest), 200)}: ${fieldName(path)}: ${shortened(JSON.stringify(value), 200)}`,
    `  rule:   a request is ${quantityRule}; this one counts as nothing`,
    '  remedy: write it like 500m or 1.5 for cores, and like 256Mi for memory',
  ].join('\n');
}

function budgetTable({ rows, platform, total, capacity, fits }: BudgetReport): string {
  const table = textTable({
    head: ['workload', 'pods', 'containers', 'sidecars'],
    rows: rows.map(({ namespace, name, pods, containers, sidecars }) => [
      shortened(`${namespace}/${name}`, 100),
      pods,
      format(containers),
      format(sidecars),
    ]),
  });
  const sidecars = sum(nothing, ...rows.map((row) => row.sidecars));
  return [
    table,
    `sidecars  ${format(sidecars)}`,
    `platform  ${format(platform)}`,
    `total     ${format(total)}`,
    `capacity  ${format(capacity)}: ${fits ? 'it fits' : 'it does not fit'}`,
  ].join('\n');
}

function format({ cpu, memory }: Amount): string {
  return `${formatCpu(cpu)}, ${formatMemory(memory)}`;
}
