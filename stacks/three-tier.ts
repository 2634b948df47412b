import { mirroredImage } from '../lib/kubernetes/mirrors';
import type { Call } from '../lib/model/call';
import type { Duration } from '../lib/model/duration';
import type { Edge } from '../lib/model/edge';
import type { Mesh } from '../lib/model/mesh';
import { deploymentName, type Release, type ReleaseName, type Service } from '../lib/model/service';
import { percentOfOne } from '../lib/model/service-defaults';
import type { Traffic } from '../lib/model/traffic';
import { platformRequests, profiles } from '../lib/platform/profile';
import { platformSizeOf, type Settings } from './settings';

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
      platform: platformRequests(profiles[settings.profile], platformSizeOf(settings)),
    },
  };
}

/** One tier: pools and ejection as the lab article sets them. */
function tier(name: TierName, port: number, settings: Settings): Service {
  const release = (releaseName: ReleaseName): Release => ({
    name: releaseName,
    image: mirroredImage(settings.images[name][releaseName], settings.mirrors),
    replicas: settings.replicas,
    ...standIn(port, deploymentName({ name }, { name: releaseName })),
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
      // Half of the pods, but always one: with a smaller share nobody would ever be ejected.
      ejection: {
        consecutive5xx: 3,
        interval: '10s',
        baseTime: '30s',
        maxPercent: percentOfOne(settings.replicas),
      },
    },
  };
}

/**
 * The contract of the stand-in image: it calls every address of UPSTREAM_URIS, passes on the headers it got, and its answers
 * name the releases they went through. By itself it ends answers after ten seconds.
 * @see https://github.com/nicholasjackson/fake-service#configuration-options
 */
function standIn(port: number, name: string): Pick<Release, 'env' | 'health' | 'addresses' | 'timeouts'> {
  return {
    env: { LISTEN_ADDR: `0.0.0.0:${port}`, NAME: name, HTTP_SERVER_WRITE_TIMEOUT: '20s' },
    health: { livenessPath: '/health', readinessPath: '/ready' },
    addresses: { '*': { variable: 'UPSTREAM_URIS', form: 'url' } },
    timeouts: { answer: '20s', call: '30s' },
  };
}

/** Timeouts shrink from hop to hop, so that a caller is still there for the answer it waits for. */
function call(caller: Service, callee: Service, timeout: Duration): Call {
  return { caller, callee, timeout };
}
