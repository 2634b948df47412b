import { candidateOf } from '../../lib/canary/candidate';
import { judge } from '../../lib/canary/gate';
import type { Judgement } from '../../lib/canary/judgement';
import type { Measurement } from '../../lib/canary/measurement';
import { CallGraph } from '../../lib/model/mesh';
import type { Service } from '../../lib/model/service';
import { ingressGateway } from '../../lib/platform/istio-names';
import { isCanaried } from '../../lib/telemetry/promql/gate';
import { limitsOf } from '../../stacks/promotion-settings';
import type { Cluster } from '../cluster/cluster';
import type { Lab } from '../read/read-lab';
import { measure } from '../metrics/prometheus';
import { type OpenPrometheus, openPrometheus } from '../metrics/open';

/** Says what to do with a canary, by what Prometheus counted. */
export interface Gate {
  /**
   * @param share the canary's, in percent: with 100 there is nothing to compare it with
   * @param window milliseconds to look back
   */
  readonly judge: (share: number, window: number) => Promise<Judgement>;
  readonly close: () => void;
}

export interface GateProps {
  readonly lab: Lab;
  readonly cluster: Cluster;
  readonly service: Service;
}

/**
 * The gate of one service, as long as it is not closed. It never throws: what keeps it from asking Prometheus is an ERROR, and
 * the way there is looked for anew the next time.
 */
export function gateOf({ lab: { mesh, settings }, cluster, service }: GateProps): Gate {
  if (!isCanaried(service)) {
    throw new Error(`${service.name} has no canary to judge`);
  }
  const graph = new CallGraph(mesh);
  const gateway = { ...ingressGateway, labels: ingressGateway.selector };
  const limits = limitsOf(settings.promotion);
  let opened: OpenPrometheus | undefined;
  const close = (): void => {
    opened?.close();
    opened = undefined;
  };
  const measurement = async (share: number, window: number): Promise<Measurement> => {
    try {
      opened ??= await openPrometheus(cluster, settings);
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return { kind: 'unmeasured', faults: [{ kind: 'unreachable', because }] };
    }
    const candidate = candidateOf(graph, service, gateway, share < 100);
    return await measure(opened.source, candidate, `${Math.ceil(window / 1_000)}s`);
  };
  return {
    judge: async (share, window) => {
      const found = await measurement(share, window);
      if (found.kind === 'unmeasured') {
        // A forwarded port leads to one pod, which may be gone.
        close();
      }
      return judge(found, limits);
    },
    close,
  };
}
