import { App } from 'cdk8s';
import { groupBy } from '../lib/model/group-by';
import { CallGraph, type Mesh } from '../lib/model/mesh';
import { ingressGateway } from '../lib/platform/istio';
import { certificateName } from './certificate-name';
import { MeshChart } from './mesh-chart';
import { NamespaceChart } from './namespace-chart';

export interface KubernetesAppProps {
  readonly mesh: Mesh;
  /** Share of requests that leave a trace, in percent. */
  readonly sampling: number;
  readonly httpsRedirect: boolean;
}

/**
 * The Kubernetes app: one chart per namespace, in the order in which they may be applied: the
 * mesh's own rules first, callees before their callers.
 */
export function kubernetesApp(props: KubernetesAppProps): App {
  const app = new App();
  const graph = new CallGraph(props.mesh);
  const gateway = { ...ingressGateway, credentialName: certificateName, httpsRedirect: props.httpsRedirect };
  new MeshChart(app, { sampling: props.sampling });
  for (const [namespace, services] of groupBy(graph.calleesFirst(), (service) => service.namespace)) {
    new NamespaceChart(app, { namespace, services, graph, gateway });
  }
  return app;
}
