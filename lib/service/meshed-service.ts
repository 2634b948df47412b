import { Construct } from 'constructs';
import { EdgeGateway } from '../mesh/edge-gateway';
import { Route } from '../mesh/route';
import { Subsets } from '../mesh/subsets';
import type { CallGraph } from '../model/mesh';
import type { Release, Service } from '../model/service';
import { ReleaseWorkload } from '../workload/release-workload';
import { ServiceEndpoint } from '../workload/service-endpoint';
import { environment } from './environment';

/** The ingress gateway that serves the edges of the mesh. */
export interface IngressGateway {
  readonly namespace: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly credentialName: string;
  readonly httpsRedirect: boolean;
}

export interface MeshedServiceProps {
  readonly service: Service;
  readonly graph: CallGraph;
  readonly gateway: IngressGateway;
}

/**
 * Everything one service of the mesh needs, in the order in which it may be applied: identity and
 * Service, releases, subsets, then what routes to them. Namespaces and mesh-wide policy are made
 * elsewhere.
 */
export class MeshedService extends Construct {
  constructor(scope: Construct, id: string, props: MeshedServiceProps) {
    super(scope, id);
    const { service } = props;
    new ServiceEndpoint(this, 'endpoint', { service });
    this.run(service.stable, props);
    if (service.canary !== undefined) {
      this.run(service.canary, props);
    }
    this.route(props);
  }

  private run(release: Release, { service, graph }: MeshedServiceProps): void {
    new ReleaseWorkload(this, release.name, { service, release, env: environment(service, release, graph) });
  }

  private route({ service, graph, gateway }: MeshedServiceProps): void {
    const edge = graph.edgeOf(service);
    const calledInMesh = graph.callsTo(service).length > 0;
    if (edge === undefined && !calledInMesh) {
      return;
    }
    const visibleIn = callerNamespaces(service, graph, gateway);
    new Subsets(this, 'subsets', { service, visibleIn });
    if (edge !== undefined) {
      new EdgeGateway(this, 'gateway', { edge, ...gateway });
    }
    // A TCP connection carries nothing to route by.
    if (service.ports[0].protocol !== 'tcp') {
      const { pins } = graph.mesh.traffic;
      const split = graph.splitOf(service);
      new Route(this, 'route', { service, split, pins, calledInMesh, visibleIn, ...(edge ? { edge } : {}) });
    }
  }
}

/** Where the proxies live that send to a service, sorted. */
function callerNamespaces(service: Service, graph: CallGraph, gateway: IngressGateway): string[] {
  const callers = graph.callsTo(service).map((call) => call.caller.namespace);
  const fromOutside = graph.edgeOf(service) === undefined ? [] : [gateway.namespace];
  return [...new Set([...callers, ...fromOutside])].sort();
}
