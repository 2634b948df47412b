import * as z from 'zod';
import { liveSplit } from '../../lib/canary/live-split';
import type { Promotion } from '../../lib/canary/promotion';
import type { ReleaseName, Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import { istioNamespace } from '../../lib/platform/istio-names';
import { readyPods } from '../canary/ready-pods';
import { routeName } from '../canary/route-object';
import { storeOf } from '../canary/target';
import type { Cluster } from '../cluster/cluster';
import type { KubeObject } from '../cluster/kube-object';

/** What a cluster has of one service. */
export interface Live {
  readonly ready: Readonly<Record<ReleaseName, number>>;
  /** @default - its route has no share that could be read */
  readonly split?: Split;
  /** @default - there never was one */
  readonly promotion?: Promotion;
  /** Mutual TLS as it holds in the namespace: `STRICT`, `PERMISSIVE`, ... */
  readonly mutualTls: string;
}

/** Looks at services in a cluster, in their order. @throws ClusterError if it does not answer */
export async function lookAt(cluster: Cluster, services: readonly Service[]): Promise<Live[]> {
  const policies = cluster.objects.list('security.istio.io/v1', 'PeerAuthentication');
  return Promise.all(
    services.map(async (service) => {
      const { name, namespace } = service;
      const [route, ready, { kept }, all] = await Promise.all([
        cluster.objects.find(routeName(service)),
        readyPods(cluster, { service: name, namespace }),
        storeOf(cluster, service).look(),
        policies,
      ]);
      const split = liveSplit(route);
      return {
        ready,
        mutualTls: mutualTlsIn(all, namespace),
        ...(split === undefined ? {} : { split }),
        ...(kept === undefined ? {} : { promotion: kept.promotion }),
      };
    }),
  );
}

const policy = z.looseObject({
  spec: z
    .looseObject({
      selector: z.looseObject({}).optional(),
      mtls: z.looseObject({ mode: z.string().optional() }).optional(),
    })
    .optional(),
});

/** A policy of the namespace goes before that of the mesh; without any, plaintext is taken as well. */
export function mutualTlsIn(policies: readonly KubeObject[], namespace: string): string {
  const modeIn = (name: string): string | undefined => {
    const own = policies.filter(({ metadata }) => metadata.namespace === name).map((one) => policy.parse(one).spec);
    const mode = own.find((spec) => spec?.selector === undefined)?.mtls?.mode;
    return mode === 'UNSET' ? undefined : mode;
  };
  return modeIn(namespace) ?? modeIn(istioNamespace) ?? 'PERMISSIVE';
}
