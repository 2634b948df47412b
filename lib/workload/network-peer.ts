import { IntOrString, type NetworkPolicyPeer, type NetworkPolicyPort } from 'cdk8s-plus-28/lib/imports/k8s';
import type { Peer } from '../model/platform';

/** Both selectors in one entry: these pods in that namespace, and not one or the other. */
export function peer({ namespace, labels }: Peer): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    ...(labels === undefined ? {} : { podSelector: { matchLabels: labels } }),
  };
}

export function tcp(port: number): NetworkPolicyPort {
  return { port: IntOrString.fromNumber(port), protocol: 'TCP' };
}
