import type { CallGraph } from '../../model/mesh';
import type { Service } from '../../model/service';
import { ejectedPods, overflowed, rateLimited, retryRate } from '../promql/protection';
import { byteRate, connectionRate, mutualTlsShare, sidecarMemory } from '../promql/proxies';
import { requestRate, successShare } from '../promql/requests';
import {
  eachRelease,
  type Scope,
  sentBy,
  toServices,
  wholeService,
  withConnections,
  withRequests,
} from '../promql/scope';
import type { Telemetry } from '../telemetry';
import { board, type Board } from './board';
import type { PanelProps } from './panel';
import { latencies, legendOf, range, successAndRate } from './request-panels';

/** One service: what comes in, what goes out, and what protects it. */
export function serviceBoard(service: Service, graph: CallGraph, telemetry: Telemetry): Board {
  const releases = eachRelease(service);
  const panels = [
    ...(withRequests([service]).length === 0 ? [] : [...successAndRate(releases), ...latencies(releases)]),
    ...(withConnections([service]).length === 0 ? [] : connections(releases)),
    ...outgoing(service, graph),
    ...protection(service),
  ];
  const description = `What ${service.name} gets, what it asks for, and what protects it.`;
  return board({ name: `service-${service.name}`, title: `Service ${service.name}`, description, panels }, telemetry);
}

function connections(scope: Scope): PanelProps[] {
  const legend = legendOf(scope);
  return [
    {
      title: 'TCP connections by version',
      description: 'Connections opened a second, as the service itself counts them.',
      unit: 'perSecond',
      queries: [{ expr: connectionRate(scope, range), legend }],
    },
    {
      title: 'TCP bytes by version',
      description: 'Bytes a second that the service received and sent over TCP.',
      unit: 'bytesPerSecond',
      queries: [
        { expr: byteRate('received', scope, range), legend: `${legend} received` },
        { expr: byteRate('sent', scope, range), legend: `${legend} sent` },
      ],
    },
  ];
}

function outgoing(service: Service, graph: CallGraph): PanelProps[] {
  const callees = withRequests([...new Set(graph.callsFrom(service).map((call) => call.callee))]);
  if (callees.length === 0) {
    return [];
  }
  const scope = sentBy(service, toServices(callees));
  const legend = legendOf(scope);
  return [
    {
      title: 'Outgoing request rate by callee',
      description: `Requests a second that ${service.name} sends, by the service they go to.`,
      unit: 'requests',
      queries: [{ expr: requestRate(scope, range), legend }],
    },
    {
      title: 'Outgoing request success rate by callee',
      description: `Share of the requests of ${service.name} that did not fail, by the service they went to.`,
      unit: 'share',
      queries: [{ expr: successShare(scope, range), legend }],
    },
  ];
}

function protection(service: Service): PanelProps[] {
  const all = wholeService(service);
  const byRelease = eachRelease(service);
  const panels: PanelProps[] = [
    {
      title: 'Retries and overflow',
      description: 'Requests a second that callers sent again, and that a full connection pool kept from leaving them.',
      unit: 'requests',
      queries: [
        { expr: retryRate(service, range), legend: 'retries' },
        { expr: overflowed(all, range), legend: 'overflow' },
      ],
    },
    {
      title: 'Ejected pods',
      description: 'Pods that callers have stopped sending to, summed over the proxies of the callers.',
      unit: 'count',
      queries: [{ expr: ejectedPods(service), legend: 'ejected' }],
    },
    {
      title: 'Rate-limited requests',
      description: 'Requests a second that were refused with 429, by the release that refused them.',
      unit: 'requests',
      queries: [{ expr: rateLimited(byRelease, range), legend: legendOf(byRelease) }],
    },
  ];
  return [...panels, ...(service.sidecar === 'none' ? [] : sidecar(service, all))];
}

function sidecar(service: Service, all: Scope): PanelProps[] {
  return [
    {
      title: 'Share over mTLS',
      description: 'As the service itself saw it. Below 100 % somebody reaches it in plaintext.',
      unit: 'share',
      queries: [{ expr: mutualTlsShare([service], all, range), legend: 'mTLS' }],
    },
    {
      title: 'Sidecar memory',
      description: 'Memory that the Envoy of each pod holds; the agent beside it is not in the number.',
      unit: 'bytes',
      queries: [{ expr: sidecarMemory([service]), legend: '{{version}} {{pod}}' }],
    },
  ];
}
