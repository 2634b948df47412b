import { Construct } from 'constructs';
import { AllowCallers } from '../mesh/authorization';
import { EdgeGateway } from '../mesh/edge-gateway';
import { EgressScope } from '../mesh/egress-scope';
import type { GatewayServersProps } from '../mesh/gateway-servers';
import { LocalRateLimit } from '../mesh/local-rate-limit';
import { Subsets } from '../mesh/subsets';
import type { CallGraph } from '../model/mesh';
import type { Platform } from '../model/platform';
import type { Release, Service } from '../model/service';
import { NetworkIsolation } from '../workload/network-isolation';
import { ReleaseWorkload } from '../workload/release-workload';
import { ServiceEndpoint } from '../workload/service-endpoint';
import { environment } from './environment';
import { callerNamespaces, ServiceRoute } from './service-route';

/** How the edges of the mesh are served. */
export type EdgeSettings = Omit<GatewayServersProps, 'hosts'>;

export interface MeshedServiceProps {
  readonly service: Service;
  readonly graph: CallGraph;
  readonly platform: Platform;
  readonly edges: EdgeSettings;
}

/**
 * Everything one service of the mesh needs, in the order in which it may be applied: identity and
 * Service, what its pods may do, the pods, the subsets that select them, and what routes to those.
 * Namespaces and what holds for all of their pods are made elsewhere.
 */
export class MeshedService extends Construct {
  constructor(scope: Construct, id: string, props: MeshedServiceProps) {
    super(scope, id);
    const { service } = props;
    new ServiceEndpoint(this, 'endpoint', { service });
    this.allow(props);
    this.run(service.stable, props);
    if (service.canary !== undefined) {
      this.run(service.canary, props);
    }
    this.route(props);
  }

  private allow({ service, graph, platform }: MeshedServiceProps): void {
    // A permissive namespace still takes callers without an identity, whom no policy could allow.
    if (graph.mutualTlsOf(service.namespace) === 'strict') {
      new AllowCallers(this, 'callers', { service, graph, gateway: platform.gateway });
    }
    new NetworkIsolation(this, 'network', { workload: service, graph, platform });
    if (service.sidecar !== 'none') {
      new EgressScope(this, 'egress', { workload: service, graph, platform });
    }
    if (service.rateLimit !== undefined) {
      new LocalRateLimit(this, 'rate-limit', { service, limit: service.rateLimit });
    }
  }

  private run(release: Release, { service, graph }: MeshedServiceProps): void {
    const env = environment(service, release, graph);
    new ReleaseWorkload(this, release.name, { service, release, env });
  }

  private route({ service, graph, platform, edges }: MeshedServiceProps): void {
    const visibleIn = callerNamespaces(service, graph, platform);
    if (visibleIn.length === 0) {
      return;
    }
    new Subsets(this, 'subsets', { service, visibleIn });
    const edge = graph.edgeOf(service);
    if (edge !== undefined) {
      new EdgeGateway(this, 'gateway', { edge, selector: platform.gateway.labels, ...edges });
    }
    new ServiceRoute(this, 'service-route', { service, graph, platform });
  }
}
