import { type Container, IntOrString, type PodSpec, type Probe } from 'cdk8s-plus-28/lib/imports/k8s';
import { seconds } from '../model/duration';
import { releaseLabels } from '../model/labels';
import { portName, type Release, type Service, targetPortOf } from '../model/service';
import { restrictedContainer, restrictedPod } from './restricted-pod';

export interface PodSpecProps {
  readonly service: Service;
  readonly release: Release;
  /** Environment of the process, complete. */
  readonly env: Readonly<Record<string, string>>;
}

/** The pod of one release: restricted, probed, and spread over the nodes. */
export function podSpec({ service, release, env }: PodSpecProps): PodSpec {
  return {
    ...restrictedPod(service),
    terminationGracePeriodSeconds: seconds(service.shutdown.grace),
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: releaseLabels(service, release) },
      },
    ],
    containers: [
      {
        ...restrictedContainer({ name: service.name, image: release.image, env, resources: service.resources }),
        ports: service.ports.map((port) => ({
          name: portName(port),
          containerPort: targetPortOf(port),
          protocol: 'TCP',
        })),
        ...probes(service),
      },
    ],
  };
}

/**
 * No commands: the injector redirects probes over the network to the sidecar's agent, which asks the process on
 * loopback, so they pass under STRICT mTLS although the kubelet has no certificate.
 * @see https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/
 */
function probes(service: Service): Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  const get = (path: string, rest: Probe): Probe => ({ ...question(service, path), ...rest });
  const { livenessPath, readinessPath } = service.health;
  return {
    // A minute to start; until then the other two do not run.
    startupProbe: get(livenessPath, { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: get(livenessPath, { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 }),
    readinessProbe: get(readinessPath, { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 }),
  };
}

/** How the first port is asked, in the protocol it speaks. */
function question({ ports: [first] }: Service, path: string): Probe {
  const port = targetPortOf(first);
  switch (first.protocol) {
    case 'grpc':
      return { grpc: { port } };
    case 'tcp':
      return { tcpSocket: { port: IntOrString.fromNumber(port) } };
    default:
      return { httpGet: { path, port: IntOrString.fromNumber(port) } };
  }
}
