import type { Labels } from '../manifest/manifest';
import { podsWith } from '../views/pod-labels';
import { includesLabels } from '../views/selector';
import type { ServiceEntry } from '../views/service-entry';
import { countingEntries } from './host-ports';
import type { Inventory } from './inventory';
import { registeredIn } from './registered';

/** A port of a host that is asked for, by somebody of a namespace. */
interface Asked {
  readonly host: string;
  readonly port: number;
  readonly reader: string;
}

/**
 * How many endpoints ServiceEntries give a host.
 * @param labels that they have: those of a subset
 * @returns nothing where a proxy asks whatever address its client has found, or where no ServiceEntry has the port
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution
 */
export function endpointsOf(inventory: Inventory, { host, port, reader }: Asked, labels: Labels): number | undefined {
  const declared = inventory.portsOf(host, reader).find(({ number }) => number === port);
  const entries = inventory
    .entriesOf(declared?.declaredFor ?? host)
    .filter(({ spec }) => declared !== undefined && spec.hosts.includes(declared.declaredFor));
  const counting = countingEntries(entries, reader);
  const isOpen = counting.some(({ spec }) => !['STATIC', 'DNS', 'DNS_ROUND_ROBIN'].includes(spec.resolution ?? 'NONE'));
  return counting.length === 0 || isOpen
    ? undefined
    : counting.reduce((sum, entry) => sum + endpointsIn(inventory, entry, labels), 0);
}

function endpointsIn(inventory: Inventory, { manifest, spec }: ServiceEntry, labels: Labels): number {
  const { endpoints, workloadSelector, resolution } = spec;
  if (workloadSelector !== undefined) {
    const wanted = { ...workloadSelector.labels, ...labels };
    const registered = registeredIn(inventory, manifest.namespace, wanted);
    const pods = inventory.pods.in(manifest.namespace).map((workload) => podsWith(workload, wanted));
    return pods.reduce((sum, count) => sum + count, registered.length);
  }
  // Without endpoints DNS is asked for the host itself, which has no labels.
  const isHostItself = endpoints.length === 0 && resolution !== 'STATIC' && Object.keys(labels).length === 0;
  return isHostItself ? 1 : endpoints.filter((one) => includesLabels(one.labels, labels)).length;
}
