import type * as z from 'zod';
import { fields, item, list, number, text, word, words } from '../manifest/lenient';
import { labelSelector } from './selector';
import { viewerOf } from './view';

const peer = item({
  podSelector: labelSelector,
  namespaceSelector: labelSelector,
  ipBlock: fields({ cidr: text, except: words }),
});
const port = item({ port: word, endPort: number, protocol: text });

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export const networkPolicy = viewerOf('networking.k8s.io', 'NetworkPolicy', {
  podSelector: labelSelector,
  policyTypes: words,
  ingress: list(item({ from: list(peer), ports: list(port) })),
  egress: list(item({ to: list(peer), ports: list(port) })),
});

export type NetworkPolicy = ReturnType<typeof networkPolicy.view>;
export type NetworkPeer = z.output<typeof peer>;
export type NetworkPort = z.output<typeof port>;
