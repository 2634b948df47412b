import { App, Chart } from 'cdk8s';
import { CallGraph, type Mesh } from '../lib/model/mesh';
import type { Service } from '../lib/model/service';
import type { Split, Traffic } from '../lib/model/traffic';
import { type ManifestFile, manifestFiles } from '../lib/output/manifest-files';
import { annotateWaves } from '../lib/output/waves';
import { ServiceRoute } from '../lib/service/service-route';
import { platform } from './platform';

/** The route of one service, as YAML: the very object that the lab renders for the same traffic. */
export function routeManifest(mesh: Mesh, service: Service): string {
  return routesOf(mesh, [service])
    .map(({ text }) => text)
    .join('');
}

/**
 * For each service the route that takes the canary's share away: one file a service, one write each. The services at the
 * entry come first, so that nobody is sent down a lane that is closed already.
 */
export function rollbackFiles(mesh: Mesh): ManifestFile[] {
  const graph = new CallGraph(mesh);
  const services = [...graph.calleesFirst()].reverse().filter(({ canary }) => canary !== undefined);
  return routesOf({ ...mesh, traffic: rolledBack(mesh) }, services);
}

/** The mesh with another split of one service. */
export function withSplit(mesh: Mesh, service: string, split: Split): Mesh {
  return { ...mesh, traffic: { ...mesh.traffic, splits: new Map([...mesh.traffic.splits, [service, split]]) } };
}

/**
 * Every share is 0. Who follows goes on following: a lane nobody enters is empty, and the next promotion finds it as it was.
 */
function rolledBack({ traffic }: Pick<Mesh, 'traffic'>): Traffic {
  const splits = [...traffic.splits].map(([name, split]) => [name, split === 'follow' ? split : 0] as const);
  return { ...traffic, splits: new Map(splits) };
}

function routesOf(mesh: Mesh, services: readonly Service[]): ManifestFile[] {
  const app = new App();
  const graph = new CallGraph(mesh);
  for (const service of services) {
    const chart = new Chart(app, service.name, { namespace: service.namespace });
    new ServiceRoute(chart, 'route', { service, graph, platform });
    annotateWaves(chart);
  }
  return manifestFiles(app);
}
