import { fields, item, list, number, scalarLabels, text, words } from '../manifest/lenient';
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

/** Whether a Sidecar is for some pods of its namespace alone. */
export function isSelective({ spec }: Sidecar): boolean {
  return Object.keys(spec.workloadSelector?.labels ?? {}).length > 0;
}
