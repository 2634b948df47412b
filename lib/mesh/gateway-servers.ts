import {
  type GatewaySpecServers,
  GatewaySpecServersTlsMinProtocolVersion as TlsVersion,
  GatewaySpecServersTlsMode as TlsMode,
} from '../../imports/networking.istio.io';

export interface GatewayServersProps {
  /** The hosts that are served, and no other. */
  readonly hosts: readonly string[];
  /**
   * Secret with certificate and key, in the namespace of the gateway pods. A Gateway of its own has a certificate of
   * its own: browsers use a connection again for every host of its certificate, and only one Gateway would know them.
   * @see https://istio.io/latest/docs/ops/common-problems/network-issues/#404-errors-occur-when-multiple-gateways-configured-with-same-tls-certificate
   */
  readonly credentialName: string;
  /** Whether port 80 answers with a redirect to https. */
  readonly httpsRedirect: boolean;
}

/**
 * Hosts on ports 80 and 443 of the gateway pods.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server
 */
export function gatewayServers({ hosts, credentialName, httpsRedirect }: GatewayServersProps): GatewaySpecServers[] {
  return [
    {
      port: { number: 80, name: 'http', protocol: 'HTTP' },
      hosts: [...hosts],
      ...(httpsRedirect ? { tls: { httpsRedirect } } : {}),
    },
    {
      port: { number: 443, name: 'https', protocol: 'HTTPS' },
      hosts: [...hosts],
      tls: { mode: TlsMode.SIMPLE, credentialName, minProtocolVersion: TlsVersion.TLSV1_UNDERSCORE_2 },
    },
  ];
}
