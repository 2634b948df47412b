import { Construct } from 'constructs';
import { Gateway, VirtualService } from '../../imports/networking.istio.io';
import {
  AuthorizationPolicy,
  AuthorizationPolicySpecAction as Action,
  type AuthorizationPolicySpecRulesToOperation,
} from '../../imports/security.istio.io';
import type { InfrastructureService, Offer } from '../model/infrastructure';
import { gatewayServers, type GatewayServersProps } from './gateway-servers';

export interface InfrastructureAccessProps extends Omit<GatewayServersProps, 'hosts'> {
  /** Prefix of the objects' names. */
  readonly name: string;
  readonly services: readonly InfrastructureService[];
  /** Labels of the gateway pods, which run in the namespace of these objects. */
  readonly selector: Readonly<Record<string, string>>;
}

/**
 * Parts of the platform behind the ingress gateway: one Gateway for their hosts, a route to each, and what is refused
 * on the way, because behind the gateway there is no sidecar to refuse it. Nobody but the gateway learns of the routes.
 * Its connections to them are plaintext without a DestinationRule: Istio uses mTLS where the other side has a sidecar.
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls
 */
export class InfrastructureAccess extends Construct {
  constructor(scope: Construct, id: string, { name, services, selector, ...tls }: InfrastructureAccessProps) {
    super(scope, id);
    const gateway = `${name}-gateway`;
    const servers = gatewayServers({ hosts: services.map(({ host }) => host), ...tls });
    const ports = servers.map(({ port }) => String(port.number));
    for (const { name: service, host, offer } of services) {
      if (offer !== undefined) {
        const rules = [
          { to: beyond(offer).map((part) => ({ operation: { hosts: spellings(host), ports, ...part } })) },
        ];
        new AuthorizationPolicy(this, `refuse-${service}`, {
          metadata: { name: `${service}-operations` },
          spec: { selector: { matchLabels: { ...selector } }, action: Action.DENY, rules },
        });
      }
    }
    new Gateway(this, 'gateway', {
      metadata: { name: gateway },
      spec: { selector: { ...selector }, servers },
    });
    for (const service of services) {
      this.route(service, gateway);
    }
  }

  private route({ name, host, namespace, port }: InfrastructureService, gateway: string): void {
    const destination = { host: `${name}.${namespace}.svc.cluster.local`, port: { number: port } };
    new VirtualService(this, `route-${name}`, {
      metadata: { name: `${name}-vs` },
      spec: {
        hosts: [host],
        gateways: [gateway],
        exportTo: ['.'],
        http: [{ name, route: [{ destination }], retries: { attempts: 0 } }],
      },
    });
  }
}

/** A request may name the port beside the host, and is served all the same. */
function spellings(host: string): string[] {
  return [host, `${host}:*`];
}

/**
 * All that is not offered. The gateway serves other hosts as well, so that an ALLOW policy would have to name those too.
 * @see https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation
 */
function beyond({ read, query }: Offer): Pick<AuthorizationPolicySpecRulesToOperation, 'notMethods' | 'notPaths'>[] {
  const safe = ['GET', 'HEAD'];
  return [{ notPaths: [...read] }, { notMethods: safe, notPaths: [...query] }, { notMethods: [...safe, 'POST'] }];
}
