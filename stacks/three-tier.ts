import type { Call } from '../lib/model/call';
import type { Duration } from '../lib/model/duration';
import type { Edge } from '../lib/model/edge';
import type { Mesh } from '../lib/model/mesh';
import { deploymentName, type Release, type ReleaseName, type Service } from '../lib/model/service';
import type { Traffic } from '../lib/model/traffic';
import { platformRequests, profiles } from '../lib/platform/profile';
import type { Settings } from './settings';

type TierName = keyof Settings['images'];

/** The 3RVision application: frontend calls backend, backend calls ml; each in a namespace of its own. */
export function threeTierMesh(settings: Settings, traffic: Traffic): Mesh {
  const frontend = tier('frontend', 3000, settings);
  const backend = tier('backend', 8080, settings);
  const ml = tier('ml', 5001, settings);
  const edge: Edge = { service: frontend, hosts: settings.hosts, timeout: '15s' };
  return {
    services: [frontend, backend, ml],
    calls: [call(frontend, backend, '10s'), call(backend, ml, '5s')],
    edges: [edge],
    traffic,
    mutualTls: new Map(Object.entries(settings.mtls)),
    budget: {
      capacity: settings.capacity,
      sidecar: profiles[settings.profile].proxy.requests,
      platform: platformRequests(profiles[settings.profile]),
    },
  };
}

/** One tier: pools and ejection as the lab article sets them, probes and environment of the stand-in image. */
function tier(name: TierName, port: number, settings: Settings): Service {
  const release = (releaseName: ReleaseName): Release => ({
    name: releaseName,
    image: settings.images[name][releaseName],
    replicas: settings.replicas,
    // Every answer of the image names the releases it went through.
    env: { NAME: deploymentName({ name }, { name: releaseName }) },
  });
  return {
    name,
    namespace: name,
    serviceName: `${name}-service`,
    ports: [{ number: port, protocol: 'http' }],
    stable: release('stable'),
    canary: release('canary'),
    health: { livenessPath: '/health', readinessPath: '/ready' },
    resources: { cpu: '50m', memory: '64Mi', memoryLimit: '256Mi' },
    shutdown: { drain: '10s', grace: '45s' },
    trafficPolicy: {
      connectionPool: { maxConnections: 100, maxPendingRequests: 50, maxRequestsPerConnection: 2 },
      // Half of the pods, but always one: with a smaller share nobody would ever be ejected.
      ejection: {
        consecutive5xx: 3,
        interval: '10s',
        baseTime: '30s',
        maxPercent: Math.max(50, Math.ceil(100 / settings.replicas)),
      },
    },
    env: { LISTEN_ADDR: `0.0.0.0:${port}` },
  };
}

/**
 * Timeouts shrink from hop to hop, so that a caller is still there for the answer it waits for.
 * The stand-in image calls every address of UPSTREAM_URIS and passes on the headers it got.
 */
function call(caller: Service, callee: Service, timeout: Duration): Call {
  return { caller, callee, timeout, address: { variable: 'UPSTREAM_URIS', form: 'url' } };
}
