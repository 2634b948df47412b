import { type Mesh, membersOf } from '../lib/model/mesh';
import type { InfrastructureService } from '../lib/model/infrastructure';
import { addOnServices } from '../lib/platform/add-on-access';
import { type AddOn, addOns, type AddOnUrls } from '../lib/platform/add-ons';
import { platform } from './platform';
import type { Settings } from './settings';

/** Whether the gateway shows the add-ons. On an existing cluster never: others than this machine may reach its gateway. */
export function showsAddOns({ access, target, addOns }: Pick<Settings, 'access' | 'target' | 'addOns'>): boolean {
  return addOns && access && target === 'kind';
}

/** What the gateway shows beside the mesh: the add-ons, as the mesh and each other know them. */
export function infrastructureOf(mesh: Mesh): InfrastructureService[] {
  const namespaces = new Set(membersOf(mesh).map(({ namespace }) => namespace));
  return addOnServices([platform.gateway, ...[...namespaces].map((namespace) => ({ namespace }))]);
}

/** Ports of 127.0.0.1 to which the gateway of an existing cluster is forwarded: those of the schemes need root. */
export const forwardedPorts = { http: 8080, https: 8443 } as const;

/** Where 127.0.0.1 serves a host of the gateway: by http, unless that would answer with a redirect. */
export function gatewayUrl(host: string, { target, ports, httpsRedirect }: Settings): string {
  const scheme = httpsRedirect ? 'https' : 'http';
  const port = target === 'kind' ? ports[scheme] : forwardedPorts[scheme];
  return new URL(`${scheme}://${host}:${port}`).origin;
}

/** Where a browser finds each add-on: behind the gateway, or at the end of a port-forward. */
export function addOnUrlsOf(settings: Settings): AddOnUrls {
  const url = ({ host, port }: AddOn): string =>
    showsAddOns(settings) ? gatewayUrl(host, settings) : `http://localhost:${port}`;
  return {
    grafana: url(addOns.grafana),
    prometheus: url(addOns.prometheus),
    jaeger: url(addOns.jaeger),
    kiali: url(addOns.kiali),
  };
}
