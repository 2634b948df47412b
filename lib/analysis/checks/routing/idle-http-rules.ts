import { qualified } from '../../inventory/hosts';
import { configurationOf } from '../../routing/configuration';
import { protocolOf, speaksHttp } from '../../views/service';
import { isForMesh } from '../../views/virtual-service';
import type { Check } from '../check';
import { unreadRules } from './unread-rules';

/**
 * For sidecars the port of the host decides: one that speaks HTTP is enough for a rule to have a meaning. A gateway goes by its
 * servers, whatever the port behind it is called.
 */
export const idleHttpRules: Check = {
  code: 'LAB066',
  level: 'error',
  title: 'Rules of HTTP are for ports that speak HTTP, and those of TLS and TCP for the others',
  reason:
    'Of a port that is declared as TCP or TLS a proxy sees bytes: rules of HTTP for it, their weights, retries and timeouts included, are ignored without a word. A gateway that passes TLS through has no answer at all without rules of TLS.',
  remedy: 'declare what the port speaks (`appProtocol: http`, or a name such as `http-api`), or write `tcp` rules',
  link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/',
  *find(inventory) {
    for (const route of configurationOf(inventory).routes) {
      const { manifest, spec, places } = route;
      const isForSidecarsAlone = isForMesh(route) && spec.gateways.every((gateway) => gateway === 'mesh');
      const services = spec.hosts.map((host) => inventory.serviceOf(qualified(host, manifest.namespace)));
      const ports = services.flatMap((service) => service?.ports ?? []);
      const isAllKnown = services.every((service) => service !== undefined) && ports.length > 0;
      if (spec.http.length > 0 && isForSidecarsAlone && isAllKnown && !ports.some(speaksHttp)) {
        const said = ports.map((port) => `${port.port ?? ''} (${protocolOf(port) ?? ''})`).join(', ');
        const message = `no port of ${spec.hosts.join(', ')} is declared to speak HTTP: ${said}`;
        yield { manifest, path: ['spec', places === undefined ? 'http' : 'rules'], message };
      }
    }
    yield* unreadRules(inventory);
  },
};
