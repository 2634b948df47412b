import type { Call } from '../../lib/model/call';
import type { Duration } from '../../lib/model/duration';
import type { Edge } from '../../lib/model/edge';
import type { Mesh } from '../../lib/model/mesh';
import { deploymentName, type Release, type ReleaseName, type Service } from '../../lib/model/service';
import type { HeaderPin, Split } from '../../lib/model/traffic';

/** What a test wants to be otherwise. */
export interface Difference {
  /** @default - 10 % to the canary of the frontend, and lanes behind it */
  readonly splits?: Readonly<Record<string, Split>>;
  /** @default - `x-canary: true` */
  readonly pins?: readonly HeaderPin[];
  /** Namespaces that take plaintext as well. @default - none */
  readonly permissive?: readonly string[];
  /** Pods of each release. @default 2 */
  readonly replicas?: number;
  /** @default frontend.local and frontend.localhost */
  readonly hosts?: Edge['hosts'];
  /** Image of every release. @default example/app:v1 */
  readonly image?: string;
}

/** A mesh whose services are frontend, backend and ml. */
export interface ThreeTiers extends Mesh {
  readonly services: readonly [frontend: Service, backend: Service, ml: Service];
}

const lanes: Readonly<Record<string, Split>> = { frontend: 10, backend: 'follow', ml: 'follow' };

/**
 * The mesh of the tests: frontend calls backend, backend calls ml, each in a namespace of its own and with a canary. It
 * is written down here, so that a change of what the lab is breaks no test of what is made of any mesh.
 */
export function threeTiers(difference: Difference = {}): ThreeTiers {
  const { hosts = ['frontend.local', 'frontend.localhost'], permissive = [] } = difference;
  const { splits = lanes, pins = [{ header: 'x-canary', value: 'true' }] } = difference;
  const frontend = tier('frontend', 3000, difference);
  const backend = tier('backend', 8080, difference);
  const ml = tier('ml', 5001, difference);
  return {
    services: [frontend, backend, ml],
    calls: [call(frontend, backend, '10s'), call(backend, ml, '5s')],
    edges: [{ service: frontend, hosts, timeout: '15s' }],
    traffic: { pins, splits: new Map(Object.entries(splits)) },
    mutualTls: new Map(permissive.map((namespace) => [namespace, 'permissive'])),
  };
}

function tier(name: string, port: number, { replicas = 2, image = 'example/app:v1' }: Difference): Service {
  const release = (releaseName: ReleaseName): Release => ({
    name: releaseName,
    image,
    replicas,
    env: { NAME: deploymentName({ name }, { name: releaseName }) },
    health: { livenessPath: '/health', readinessPath: '/ready' },
    addresses: { '*': { variable: 'UPSTREAM_URIS', form: 'url' } },
  });
  return {
    name,
    namespace: name,
    serviceName: `${name}-service`,
    ports: [{ number: port, protocol: 'http' }],
    stable: release('stable'),
    canary: release('canary'),
    resources: { cpu: '50m', memory: '64Mi', memoryLimit: '256Mi' },
    trafficPolicy: {
      connectionPool: { maxConnections: 100, maxPendingRequests: 50, maxRequestsPerConnection: 2 },
      ejection: { consecutive5xx: 3, interval: '10s', baseTime: '30s', maxPercent: 50 },
    },
  };
}

function call(caller: Service, callee: Service, timeout: Duration): Call {
  return { caller, callee, timeout };
}
