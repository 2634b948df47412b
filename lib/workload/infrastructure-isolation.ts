import { KubeNetworkPolicy } from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import type { InfrastructureService } from '../model/infrastructure';
import type { Peer } from '../model/platform';
import { peer, tcp } from './network-peer';

export interface InfrastructureIsolationProps {
  readonly service: InfrastructureService;
  readonly gateway: Peer;
}

/**
 * Who may connect to a part of the platform: the gateway, and who is declared. Where it connects to itself stays open:
 * it asks the API server, which no selector names, and scrapes whatever there is.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class InfrastructureIsolation extends Construct {
  constructor(scope: Construct, id: string, { service, gateway }: InfrastructureIsolationProps) {
    super(scope, id);
    const { name, labels, port, callers } = service;
    new KubeNetworkPolicy(this, 'policy', {
      metadata: { name },
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ['Ingress'],
        ingress: [{ from: gateway, ports: [port] }, ...callers].map((caller) => ({
          from: [peer(caller.from)],
          ports: caller.ports.map(tcp),
        })),
      },
    });
  }
}
