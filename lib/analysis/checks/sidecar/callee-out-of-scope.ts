import { namedServices } from '../../inventory/addresses';
import type { Inventory } from '../../inventory/inventory';
import { nameOf } from '../../manifest/manifest';
import type { Service } from '../../views/service';
import type { Sidecar } from '../../views/sidecar';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { egressHost, isWithin } from './scope';

/** A callee without a proxy does as well without one where unknown hosts are let through. */
export const calleeOutOfScope: Check = {
  code: 'LAB024',
  level: 'error',
  title: 'A Sidecar lets its pods see every Service that their environment names',
  reason: 'Calls to a Service out of scope are refused, or leave in plain text, past routes and mutual TLS.',
  remedy: 'add namespace/host of the Service to the egress hosts of the Sidecar',
  link: 'https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener',
  *find(inventory) {
    for (const workload of inventory.workloads.filter((one) => inventory.isMeshed(one))) {
      const scope = inventory.sidecarOf(workload);
      for (const { service, port, text, path } of scope === undefined ? [] : namedServices(inventory, workload)) {
        const isLeftAlone = port !== undefined && excludedPorts(workload).includes(String(port.port));
        if (scope !== undefined && !isLeftAlone && isMissed(inventory, scope, service)) {
          const message = `${text} is the Service ${service.host}, which ${nameOf(scope.manifest)} keeps out of sight`;
          yield { manifest: workload.manifest, path, message };
        }
      }
    }
  },
};

/** @see https://istio.io/latest/docs/reference/config/annotations/ */
function excludedPorts({ annotations }: Workload): string[] {
  return (annotations['traffic.sidecar.istio.io/excludeOutboundPorts'] ?? '').split(',').map((port) => port.trim());
}

function isMissed(inventory: Inventory, { manifest, spec }: Sidecar, service: Service): boolean {
  const entries = spec.egress.flatMap(({ hosts }) => hosts).map((entry) => egressHost(entry, manifest.namespace));
  const isSeen =
    entries.length === 0 ||
    entries.some((entry) => entry !== undefined && isWithin(entry, service.namespace, service.host));
  const mode =
    spec.outboundTrafficPolicy === undefined ? inventory.mesh.outboundTrafficPolicy : spec.outboundTrafficPolicy.mode;
  const isMeshed = inventory.workloadsBehind(service).some((workload) => inventory.isMeshed(workload));
  return !isSeen && (mode !== 'ALLOW_ANY' || isMeshed);
}
