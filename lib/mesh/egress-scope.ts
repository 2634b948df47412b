import { Construct } from 'constructs';
import { Sidecar, SidecarSpecOutboundTrafficPolicyMode as Mode } from '../../imports/networking.istio.io';
import type { Identity } from '../model/identity';
import type { CallGraph } from '../model/mesh';
import type { Platform } from '../model/platform';
import { hostOf } from '../model/service';

export interface EgressScopeProps {
  /** A service or a job; its pods carry the label `app` with its name. */
  readonly workload: Identity;
  readonly graph: CallGraph;
  readonly platform: Platform;
}

/**
 * What the proxies of one workload know: the hosts it calls, and where spans go. Anything else is
 * unreachable, and costs neither memory nor configuration pushes.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export class EgressScope extends Construct {
  constructor(scope: Construct, id: string, { workload, graph, platform }: EgressScopeProps) {
    super(scope, id);
    const { traceCollector } = platform;
    const hosts = new Set([
      ...graph.callsFrom(workload).map(({ callee }) => `${callee.namespace}/${hostOf(callee)}`),
      ...graph.externalCallsFrom(workload).map(({ to }) => `./${to.host}`),
      `${traceCollector.namespace}/${traceCollector.host}`,
    ]);
    new Sidecar(this, 'sidecar', {
      metadata: { name: workload.name, labels: { app: workload.name } },
      spec: {
        workloadSelector: { labels: { app: workload.name } },
        egress: [{ hosts: [...hosts].sort() }],
        outboundTrafficPolicy: { mode: Mode.REGISTRY_UNDERSCORE_ONLY },
      },
    });
  }
}
