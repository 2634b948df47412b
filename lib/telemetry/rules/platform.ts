import { amountOf } from '../../kubernetes/quantity';
import { groupBy } from '../../model/group-by';
import type { CallGraph } from '../../model/mesh';
import type { Service } from '../../model/service';
import { above, absent, below } from '../promql/expressions';
import { type Gateway, gatewaysUp, mutualTlsShare, sidecarMemory } from '../promql/proxies';
import { toServices, withConnections, withRequests } from '../promql/scope';
import { alert, type AlertRule } from './rule-file';

/** Envoy near the limit of its container: the agent beside it needs the rest. */
const tooFull = 0.8;

/**
 * Plaintext that reached a service, over requests and over TCP connections. Where the namespace takes plaintext on
 * purpose there is nothing to alarm anybody about: the overview shows how far it is.
 */
export function mutualTlsAlerts(graph: CallGraph): AlertRule[] {
  const meshed = graph.mesh.services.filter(
    ({ sidecar, namespace }) => sidecar !== 'none' && graph.mutualTlsOf(namespace) === 'strict',
  );
  const connectionsOnly = withConnections(meshed).filter((service) => withRequests([service]).length === 0);
  return [withRequests(meshed), connectionsOnly]
    .filter((group) => group.length > 0)
    .map((group) =>
      alert({
        name: 'MutualTlsIncomplete',
        when: below(mutualTlsShare(group, toServices(group), '5m'), 1),
        for: '5m',
        severity: 'critical',
        summary: '{{ $labels.destination_service_name }} takes plaintext',
        description: 'Only {{ $value | humanizePercentage }} of what reached it within 5m came over mTLS.',
      }),
    );
}

/** @param memoryLimit of sidecars whose service says nothing else */
export function memoryAlerts(services: readonly Service[], memoryLimit: string): AlertRule[] {
  const meshed = services.filter(({ sidecar }) => sidecar !== 'none');
  const limitOf = ({ sidecar }: Service): string => (typeof sidecar === 'object' ? sidecar.memoryLimit : memoryLimit);
  return [...groupBy(meshed, limitOf)].map(([limit, group]) =>
    alert({
      name: 'SidecarMemoryNearLimit',
      when: above(sidecarMemory(group), Math.floor(tooFull * amountOf(limit))),
      for: '10m',
      severity: 'warning',
      summary: 'The sidecar of {{ $labels.pod }} may soon be killed',
      description: `Its Envoy holds {{ $value | humanize1024 }}B of the ${limit} that its container may take.`,
    }),
  );
}

export function gatewayAlerts(gateway: Gateway): AlertRule[] {
  return [
    alert({
      name: 'GatewayDown',
      when: absent(gatewaysUp(gateway)),
      for: '2m',
      severity: 'critical',
      summary: `No pod of ${gateway.name} answers`,
      description: 'Prometheus reaches no gateway proxy, so nobody outside reaches the mesh.',
    }),
  ];
}
