import { fields, item, list, number, scalarLabels, text, words } from '../manifest/lenient';
import type { Labels } from '../manifest/manifest';
import { viewerOf } from './view';

const port = fields({ number, name: text, protocol: text });

/** @see https://istio.io/latest/docs/reference/config/networking/sidecar/ */
export const sidecar = viewerOf('networking.istio.io', 'Sidecar', {
  workloadSelector: fields({ labels: scalarLabels }),
  ingress: list(item({ port, bind: text, defaultEndpoint: text })),
  egress: list(item({ port, bind: text, hosts: words })),
  outboundTrafficPolicy: fields({ mode: text }),
  inboundConnectionPool: fields({}),
});

export type Sidecar = ReturnType<typeof sidecar.view>;

/** The labels of the pods that a Sidecar is for; empty for all of its namespace. */
export function selectorOf({ spec }: Sidecar): Labels {
  return spec.workloadSelector?.labels ?? {};
}

/** Whether a Sidecar is for some pods of its namespace alone. */
export function isSelective(one: Sidecar): boolean {
  return Object.keys(selectorOf(one)).length > 0;
}

/** `namespace/host`: which hosts of which namespaces a Sidecar lets its pods see. */
export interface EgressHost {
  /** `*` for all, `~` for none. */
  readonly namespace: string;
  readonly host: string;
}

/**
 * An entry of a Sidecar as it is meant; one without the two parts Istio passes over.
 * @param owner the namespace of the Sidecar, which `.` stands for
 * @see https://github.com/istio/istio/blob/release-1.30/pilot/pkg/model/sidecar.go convertIstioListenerToWrapper
 */
export function egressHost(entry: string, owner: string): EgressHost | undefined {
  const [, namespace, host] = /^([^/]+)\/([^/]+)$/.exec(entry) ?? [];
  return namespace === undefined || host === undefined
    ? undefined
    : { namespace: namespace === '.' ? owner : namespace, host };
}

/**
 * What a Sidecar does with hosts that nobody declares: a policy without a mode is REGISTRY_ONLY.
 * @returns nothing if it leaves that to the mesh
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy
 */
export function outboundModeOf({ spec }: Sidecar): string | undefined {
  const { outboundTrafficPolicy } = spec;
  return outboundTrafficPolicy && (outboundTrafficPolicy.mode || 'REGISTRY_ONLY');
}
