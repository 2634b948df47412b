import { Construct } from 'constructs';
import { Gateway } from '../../imports/networking.istio.io';
import type { Edge } from '../model/edge';
import { serviceLabels } from '../model/labels';
import type { Service } from '../model/service';
import { gatewayServers, type GatewayServersProps } from './gateway-servers';

export interface EdgeGatewayProps extends Omit<GatewayServersProps, 'hosts'> {
  readonly edge: Edge;
  /** Labels of the gateway pods that serve the hosts. */
  readonly selector: Readonly<Record<string, string>>;
}

/**
 * The Gateway of an edge: its hosts on ports 80 and 443, and no other host.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class EdgeGateway extends Construct {
  constructor(scope: Construct, id: string, { edge, selector, ...tls }: EdgeGatewayProps) {
    super(scope, id);
    new Gateway(this, 'gateway', {
      metadata: { name: gatewayName(edge.service), labels: serviceLabels(edge.service) },
      spec: { selector: { ...selector }, servers: gatewayServers({ hosts: edge.hosts, ...tls }) },
    });
  }
}

/** The Gateway through which a service is reached from outside. */
export function gatewayName(service: Service): string {
  return `${service.name}-gateway`;
}
