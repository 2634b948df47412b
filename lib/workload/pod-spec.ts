import { type Container, IntOrString, type PodSpec, type Probe } from 'cdk8s-plus-28/lib/imports/k8s';
import { seconds } from '../model/duration';
import { releaseLabels } from '../model/labels';
import { type Health, portName, type Protocol, type Release, type Service, targetPortOf } from '../model/service';
import { shutdownOf } from '../model/service-defaults';
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
    ...restrictedPod(service, release),
    terminationGracePeriodSeconds: seconds(shutdownOf(service).grace),
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
          containerPort: targetPortOf(port, release),
          protocol: 'TCP',
        })),
        ...probes(service, release),
      },
    ],
  };
}

/**
 * No commands: the injector redirects probes over the network to the sidecar's agent, which asks the process on
 * loopback, so they pass under STRICT mTLS although the kubelet has no certificate.
 * @see https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/
 */
function probes(
  { ports: [first] }: Service,
  release: Release,
): Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  const ask = (aspect: keyof Health, rest: Probe): Probe => ({
    ...question(first.protocol, targetPortOf(first, release), release.health?.[aspect]),
    ...rest,
  });
  return {
    // A minute to start; until then the other two do not run.
    startupProbe: ask('livenessPath', { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: ask('livenessPath', { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 }),
    readinessProbe: ask('readinessPath', { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 }),
  };
}

/** How the first port is asked, in the protocol it speaks: a path if there is one, else by connecting. */
function question(protocol: Protocol, port: number, path: string | undefined): Probe {
  if (protocol === 'grpc') {
    return { grpc: { port } };
  }
  const at = { port: IntOrString.fromNumber(port) };
  return protocol === 'tcp' || path === undefined ? { tcpSocket: at } : { httpGet: { path, ...at } };
}
