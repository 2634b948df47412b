import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { DenyAll } from '../lib/mesh/authorization';
import { ExternalHostEntry } from '../lib/mesh/external-host-entry';
import { MutualTls } from '../lib/mesh/mutual-tls';
import type { Job } from '../lib/model/job';
import type { CallGraph } from '../lib/model/mesh';
import { meshedNamespace } from '../lib/model/namespace';
import type { Platform } from '../lib/model/platform';
import type { Service } from '../lib/model/service';
import { annotateWaves } from '../lib/output/waves';
import { MeshedJob } from '../lib/service/meshed-job';
import { type EdgeSettings, MeshedService } from '../lib/service/meshed-service';
import { NamespaceObject } from '../lib/workload/namespace-object';
import { DefaultDeny } from '../lib/workload/network-isolation';

export interface NamespaceChartProps {
  readonly namespace: string;
  /** The services of the namespace, callees first. */
  readonly services: readonly Service[];
  readonly jobs: readonly Job[];
  readonly graph: CallGraph;
  readonly platform: Platform;
  readonly edges: EdgeSettings;
}

/**
 * One namespace of the mesh: one file of YAML. What refuses everything else comes last, when all
 * that is allowed stands.
 */
export class NamespaceChart extends Chart {
  constructor(scope: Construct, props: NamespaceChartProps) {
    const { namespace, services, jobs, graph } = props;
    super(scope, namespace, { namespace });
    new NamespaceObject(this, 'namespace', meshedNamespace(namespace));
    new MutualTls(this, 'mutual-tls', graph.mutualTlsOf(namespace));
    this.knowExternalHosts(props);
    for (const service of services) {
      new MeshedService(this, service.name, { ...props, service });
    }
    for (const job of jobs) {
      new MeshedJob(this, job.name, { ...props, job });
    }
    new DefaultDeny(this, 'default-deny');
    if (graph.mutualTlsOf(namespace) === 'strict') {
      new DenyAll(this, 'deny-all');
    }
    annotateWaves(this);
  }

  private knowExternalHosts({ services, jobs, graph }: NamespaceChartProps): void {
    const hosts = [...services, ...jobs].flatMap((caller) => graph.externalCallsFrom(caller).map(({ to }) => to));
    for (const [id, host] of new Map(hosts.map((to) => [`external-${to.host}-${to.port}`, to]))) {
      new ExternalHostEntry(this, id, host);
    }
  }
}
