import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { StrictMutualTls } from '../lib/mesh/mutual-tls';
import type { CallGraph } from '../lib/model/mesh';
import { meshedNamespace } from '../lib/model/namespace';
import type { Service } from '../lib/model/service';
import { annotateWaves } from '../lib/plan/waves';
import { type IngressGateway, MeshedService } from '../lib/service/meshed-service';
import { NamespaceObject } from '../lib/workload/namespace-object';

export interface NamespaceChartProps {
  readonly namespace: string;
  /** The services of the namespace, callees first. */
  readonly services: readonly Service[];
  readonly graph: CallGraph;
  readonly gateway: IngressGateway;
}

/** One namespace of the mesh with all its services: one file of YAML. */
export class NamespaceChart extends Chart {
  constructor(scope: Construct, { namespace, services, graph, gateway }: NamespaceChartProps) {
    super(scope, namespace, { namespace });
    new NamespaceObject(this, 'namespace', meshedNamespace(namespace));
    new StrictMutualTls(this, 'mutual-tls');
    for (const service of services) {
      new MeshedService(this, service.name, { service, graph, gateway });
    }
    annotateWaves(this);
  }
}
