import { App } from 'cdk8s';
import { groupBy } from '../lib/model/group-by';
import { CallGraph, type Mesh } from '../lib/model/mesh';
import { infrastructureOf } from './add-on-urls';
import { AccessChart, AddOnChart } from './add-on-charts';
import { certificateNames } from './certificate-names';
import { MeshChart } from './mesh-chart';
import { NamespaceChart } from './namespace-chart';
import { platform } from './platform';

export interface KubernetesAppProps {
  readonly mesh: Mesh;
  /** Share of requests that leave a trace, in percent. @default - nothing is traced */
  readonly sampling?: number | undefined;
  readonly httpsRedirect: boolean;
  /** Whether the gateway shows the add-ons. */
  readonly access: boolean;
}

/**
 * The Kubernetes app: one chart per namespace, in the order in which they may be applied: the
 * mesh's own rules first, callees before their callers, and last what the gateway shows beside them.
 */
export function kubernetesApp({ mesh, sampling, httpsRedirect, access }: KubernetesAppProps): App {
  const app = new App();
  const graph = new CallGraph(mesh);
  const edges = { credentialName: certificateNames.application, httpsRedirect };
  const services = groupBy(graph.calleesFirst(), (service) => service.namespace);
  const jobs = groupBy(mesh.jobs ?? [], (job) => job.namespace);
  new MeshChart(app, { sampling });
  for (const namespace of new Set([...services.keys(), ...jobs.keys()])) {
    const members = { services: services.get(namespace) ?? [], jobs: jobs.get(namespace) ?? [] };
    new NamespaceChart(app, { namespace, ...members, graph, platform, edges });
  }
  if (access) {
    const infrastructure = infrastructureOf(mesh);
    new AddOnChart(app, infrastructure);
    new AccessChart(app, { services: infrastructure, httpsRedirect });
  }
  return app;
}
