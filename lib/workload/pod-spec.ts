import { IntOrString, type Container, type PodSpec, type Probe, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import { seconds } from '../model/duration';
import { releaseLabels } from '../model/labels';
import { portName, targetPortOf, type Release, type Service } from '../model/service';

const defaultUser = 1000;

interface PodSpecProps {
  readonly service: Service;
  readonly release: Release;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The pod of one release: admitted under Pod Security `restricted`, spread over the nodes, and
 * without a token for the API server, which no service of a mesh needs.
 */
export function podSpec(props: PodSpecProps): PodSpec {
  const { service, release } = props;
  const user = service.user ?? defaultUser;
  return {
    serviceAccountName: service.name,
    automountServiceAccountToken: false,
    // A Service of the same namespace must not end up as an environment variable of the process.
    enableServiceLinks: false,
    terminationGracePeriodSeconds: seconds(service.shutdown.grace),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: releaseLabels(service, release) },
      },
    ],
    containers: [container(props)],
  };
}

function container({ service, release, env }: PodSpecProps): Container {
  const { cpu, memory, memoryLimit } = service.resources;
  return {
    name: service.name,
    image: release.image,
    imagePullPolicy: 'IfNotPresent',
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    ports: service.ports.map((port) => ({
      name: portName(port),
      containerPort: targetPortOf(port),
      protocol: 'TCP',
    })),
    resources: {
      requests: { cpu: Quantity.fromString(cpu), memory: Quantity.fromString(memory) },
      limits: { memory: Quantity.fromString(memoryLimit) },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    ...probes(service),
  };
}

/**
 * HTTP probes only: the injector redirects them to the sidecar's agent, which asks the process on
 * loopback, so they pass under STRICT mTLS although the kubelet has no certificate.
 * @see https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/
 */
function probes(service: Service): Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'> {
  const port = IntOrString.fromNumber(targetPortOf(service.ports[0]));
  const get = (path: string, rest: Probe): Probe => ({ httpGet: { path, port }, ...rest });
  const { livenessPath, readinessPath } = service.health;
  return {
    // A minute to start; until then the other two do not run.
    startupProbe: get(livenessPath, { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: get(livenessPath, { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 }),
    readinessProbe: get(readinessPath, { periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 }),
  };
}
