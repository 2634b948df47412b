import { addOns, observabilityNamespace, podsOf } from '../../lib/platform/add-ons';
import { ingressGateway } from '../../lib/platform/istio-names';
import { showsAddOns, addOnUrlsOf, forwardedPorts, gatewayUrl } from '../../stacks/add-on-urls';
import type { Settings } from '../../stacks/settings';
import { bringUpCommands, portForwardCommand } from '../next-commands';
import type { Forwarded } from '../cluster/port-forward';
import type { Lab } from '../read/read-lab';

/** Something of the lab to look at in a browser. */
export interface Place {
  readonly name: string;
  /** Where 127.0.0.1 serves it. */
  readonly url: string;
  /** What makes it so. */
  readonly commands: readonly string[];
}

/** What the outside world reaches of the mesh, and the add-ons. */
export function placesOf({ settings, mesh }: Lab): Place[] {
  const urls = addOnUrlsOf(settings);
  return [
    ...mesh.edges.map(({ service: { name }, hosts }) => {
      const host = hosts.find((one) => one.endsWith('.localhost')) ?? hosts[0];
      return { name, url: gatewayUrl(host, settings), commands: gatewayCommands(settings) };
    }),
    ...(settings.addOns ? Object.values(addOns) : []).map(({ name, port }) => {
      const forward = { namespace: observabilityNamespace, service: name, port, localPort: port };
      const commands = showsAddOns(settings) ? bringUpCommands : [portForwardCommand(forward, settings)];
      return { name, url: urls[name], commands };
    }),
  ];
}

/** Kind listens on 127.0.0.1 itself; a gateway elsewhere is fetched. */
function gatewayCommands(settings: Settings): readonly string[] {
  if (settings.target === 'kind') {
    return bringUpCommands;
  }
  const { namespace, name: service } = ingressGateway;
  const [port, localPort] = settings.httpsRedirect ? [443, forwardedPorts.https] : [80, forwardedPorts.http];
  return [portForwardCommand({ namespace, service, port, localPort }, settings)];
}

/** What a port-forward to a place leads to, and the port of 127.0.0.1 at which it is found. */
export interface PlaceForward extends Forwarded {
  readonly localPort: number;
}

/** How a place is reached that 127.0.0.1 does not serve by itself; nothing for those that the gateway of Kind serves. */
export function forwardTo(name: string, { settings, mesh }: Lab): PlaceForward | undefined {
  const addOn = Object.values(addOns).find((one) => one.name === name);
  if (addOn !== undefined) {
    return showsAddOns(settings) ? undefined : { ...podsOf(addOn), port: addOn.port, localPort: addOn.port };
  }
  if (settings.target === 'kind' || !mesh.edges.some(({ service }) => service.name === name)) {
    return undefined;
  }
  const { namespace, selector: labels } = ingressGateway;
  return settings.httpsRedirect
    ? { namespace, labels, port: 443, localPort: forwardedPorts.https }
    : { namespace, labels, port: 80, localPort: forwardedPorts.http };
}
