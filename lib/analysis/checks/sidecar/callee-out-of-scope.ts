import { addressesOf } from '../../inventory/addresses';
import type { Inventory } from '../../inventory/inventory';
import { clientOf } from '../../routing/client';
import { meshEntryOf } from '../../routing/mesh-entry';
import type { Client } from '../../routing/request';
import { SidecarScope } from '../../routing/sidecar-scope';
import type { Service } from '../../views/service';
import type { Check } from '../check';
import { mention } from '../mention';

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
      const client = clientOf(inventory, workload);
      const scope = new SidecarScope(inventory, client);
      const { sidecar } = scope;
      for (const { host, port, text, path } of sidecar === undefined ? [] : addressesOf(inventory, workload)) {
        const service = inventory.serviceOf(host);
        if (sidecar !== undefined && service !== undefined && isMissed(inventory, client, scope, service, port)) {
          const message = `${text} is the Service ${host}, which ${mention(sidecar.manifest)} keeps out of sight`;
          yield { manifest: workload.manifest, path, message };
        }
      }
    }
  },
};

/** Whether a call meets neither the Service nor a route that brings its host, and that makes a difference. */
function isMissed(
  inventory: Inventory,
  client: Client,
  scope: SidecarScope,
  service: Service,
  port: number | undefined,
): boolean {
  const { host } = service;
  const asked = port === undefined ? undefined : ({ scheme: 'http', host, port } as const);
  const isTaken = asked !== undefined && !('status' in meshEntryOf(inventory, client, scope, asked));
  const isMeshed = inventory.workloadsBehind(service).some((workload) => inventory.isMeshed(workload));
  return !scope.importsHost(host, port) && !isTaken && (scope.outboundTrafficPolicy !== 'ALLOW_ANY' || isMeshed);
}
