import type { Service } from '../../model/service';
import { connectionRate, gatewaysUp, mutualTlsShare, through } from '../promql/proxies';
import { requestRate, successShare } from '../promql/requests';
import { everyRelease, toServices, withConnections, withRequests } from '../promql/scope';
import type { Telemetry } from '../telemetry';
import { board, type Board } from './board';
import type { PanelProps } from './panel';
import { latencies, legendOf, range, successAndRate } from './request-panels';

/** Every service and release side by side; what to open in an incident. */
export function overview(telemetry: Telemetry): Board {
  const { services } = telemetry.mesh;
  const called = withRequests(services);
  const connected = withConnections(services);
  const releases = everyRelease(called);
  const panels = [
    ...(called.length === 0 ? [] : [...successAndRate(releases), ...latencies(releases), encryption(called)]),
    ...(connected.length === 0 ? [] : [connections(connected)]),
    ...entry(telemetry),
  ];
  const description = 'Success, rate and latency of every release of every service.';
  return board({ name: 'mesh-overview', title: 'Mesh overview', description, panels }, telemetry);
}

function encryption(services: readonly Service[]): PanelProps {
  const scope = toServices(services);
  return {
    title: 'Share of requests over mTLS',
    description: 'As the callee saw it. Below 100 % somebody reaches the service in plaintext.',
    unit: 'share',
    queries: [{ expr: mutualTlsShare(services, scope, range), legend: legendOf(scope) }],
    width: 8,
  };
}

function connections(services: readonly Service[]): PanelProps {
  const scope = everyRelease(services);
  return {
    title: 'TCP connections by version',
    description: 'Connections opened a second, for ports of which proxies see no requests.',
    unit: 'perSecond',
    queries: [{ expr: connectionRate(scope, range), legend: legendOf(scope) }],
    width: 8,
  };
}

/** What enters through the gateway. */
function entry({ mesh, gateway }: Telemetry): PanelProps[] {
  const entered = mesh.edges.map(({ service }) => service);
  const scope = through(gateway, toServices(entered));
  const legend = legendOf(scope);
  const traffic: PanelProps[] = [
    {
      title: 'Gateway: request rate',
      description: 'Requests a second that came in through the gateway, by the service they went to.',
      unit: 'requests',
      queries: [{ expr: requestRate(scope, range), legend }],
      width: 8,
    },
    {
      title: 'Gateway: request success rate',
      description: 'Share of requests through the gateway that did not fail: what users see.',
      unit: 'share',
      queries: [{ expr: successShare(scope, range), legend }],
      width: 8,
    },
  ];
  const up: PanelProps = {
    title: 'Gateway: proxies that answer',
    description: 'A line of 1 for each gateway proxy that Prometheus reaches.',
    unit: 'count',
    queries: [{ expr: gatewaysUp(gateway), legend: '{{pod}}' }],
    width: 8,
  };
  return [...(entered.length === 0 ? [] : traffic), up];
}
