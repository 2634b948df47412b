import type { FieldPath } from '../../manifest/manifest';
import { mutualTlsOf } from '../../transport/mutual-tls';
import type { Container, Probe, Workload } from '../../views/workload';
import type { Check } from '../check';

/**
 * Unless told otherwise the injector hands every probe over http and gRPC to its agent, on any
 * container but its own. A tcpSocket probe always succeeds: the proxy accepts for the process.
 */
export const refusedProbe: Check = {
  code: 'LAB059',
  level: 'error',
  title: 'The kubelet reaches the probes of every pod',
  reason:
    'The kubelet has no certificate of the mesh. Where the probes are not rewritten and the port takes mutual TLS alone, they all fail: the pod never gets ready, or is restarted for ever.',
  remedy:
    'remove the annotation sidecar.istio.io/rewriteAppHTTPProbers, or list the port in traffic.sidecar.istio.io/excludeInboundPorts',
  link: 'https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/',
  *find(inventory) {
    for (const workload of inventory.workloads.filter(keepsProbes)) {
      for (const { probe, container, path } of probesOf(workload)) {
        const port = portOf(probe, container);
        if (port !== undefined && mutualTlsOf(inventory, { workload, port, protocol: 'TCP' }) === 'STRICT') {
          const message = `probes are not rewritten, and port ${port} refuses whoever has no certificate, the kubelet too`;
          yield { manifest: workload.manifest, path, message };
        }
      }
    }
  },
};

const off: readonly string[] = ['false', 'False', 'FALSE', 'f', 'F', '0'];

function keepsProbes({ annotations }: Workload): boolean {
  return off.includes(annotations['sidecar.istio.io/rewriteAppHTTPProbers'] ?? '');
}

interface PlacedProbe {
  readonly probe: Probe;
  readonly container: Container;
  readonly path: FieldPath;
}

function probesOf({ containers, podPath }: Workload): PlacedProbe[] {
  return containers.flatMap((container, index) =>
    (['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((kind) => {
      const probe = container[kind];
      return probe === undefined ? [] : [{ probe, container, path: [...podPath, 'spec', 'containers', index, kind] }];
    }),
  );
}

/** The port a probe needs an answer from; nothing for commands and mere connections. */
function portOf({ httpGet, grpc }: Probe, { ports }: Container): number | undefined {
  const named = ports.find(({ name }) => name !== undefined && name === httpGet?.port)?.containerPort;
  const port = grpc?.port ?? named ?? Number(httpGet?.port);
  return Number.isInteger(port) ? port : undefined;
}
