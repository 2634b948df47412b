import { Construct } from 'constructs';
import {
  ServiceEntry,
  ServiceEntrySpecLocation as Location,
  ServiceEntrySpecResolution as Resolution,
} from '../../imports/networking.istio.io';
import type { ExternalHost } from '../model/external';

/**
 * Makes a host outside the cluster known to the proxies of one namespace, and to no other.
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ExternalHostEntry extends Construct {
  constructor(scope: Construct, id: string, { host, port, protocol }: ExternalHost) {
    super(scope, id);
    new ServiceEntry(this, 'entry', {
      metadata: { name: `external-${host.replaceAll('.', '--')}-${String(port)}` },
      spec: {
        hosts: [host],
        exportTo: ['.'],
        location: Location.MESH_UNDERSCORE_EXTERNAL,
        resolution: Resolution.DNS,
        ports: [{ number: port, name: protocol, protocol: protocol.toUpperCase() }],
      },
    });
  }
}
