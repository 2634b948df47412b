import { Construct } from 'constructs';
import {
  Gateway,
  type GatewaySpecServers,
  GatewaySpecServersTlsMinProtocolVersion as TlsVersion,
  GatewaySpecServersTlsMode as TlsMode,
} from '../../imports/networking.istio.io';
import type { Edge } from '../model/edge';
import { serviceLabels } from '../model/labels';
import type { Service } from '../model/service';

export interface EdgeGatewayProps {
  readonly edge: Edge;
  /** Labels of the gateway pods that serve the hosts. */
  readonly selector: Readonly<Record<string, string>>;
  /** Secret with certificate and key, in the namespace of the gateway pods. */
  readonly credentialName: string;
  /** Whether port 80 answers with a redirect to https. */
  readonly httpsRedirect: boolean;
}

/**
 * The Gateway of an edge: its hosts on ports 80 and 443, and no other host.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class EdgeGateway extends Construct {
  constructor(scope: Construct, id: string, props: EdgeGatewayProps) {
    super(scope, id);
    const { service } = props.edge;
    new Gateway(this, 'gateway', {
      metadata: { name: gatewayName(service), labels: serviceLabels(service) },
      spec: { selector: { ...props.selector }, servers: [http(props), https(props)] },
    });
  }
}

/** The Gateway through which a service is reached from outside. */
export function gatewayName(service: Service): string {
  return `${service.name}-gateway`;
}

function http({ edge, httpsRedirect }: EdgeGatewayProps): GatewaySpecServers {
  return {
    port: { number: 80, name: 'http', protocol: 'HTTP' },
    hosts: [...edge.hosts],
    ...(httpsRedirect ? { tls: { httpsRedirect } } : {}),
  };
}

function https({ edge, credentialName }: EdgeGatewayProps): GatewaySpecServers {
  return {
    port: { number: 443, name: 'https', protocol: 'HTTPS' },
    hosts: [...edge.hosts],
    tls: { mode: TlsMode.SIMPLE, credentialName, minProtocolVersion: TlsVersion.TLSV1_UNDERSCORE_2 },
  };
}
