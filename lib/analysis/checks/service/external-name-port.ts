import { protocolOf } from '../../views/service';
import type { Check } from '../check';

export const externalNamePort: Check = {
  code: 'IST0150',
  level: 'warning',
  title: 'Ports of an ExternalName Service are not plain TCP',
  reason:
    'Without an address of its own, a TCP port of an ExternalName takes all connections to that port number, whoever they are for.',
  remedy: 'name the protocol by which hosts can be told apart: http, https, tls; or use a ServiceEntry',
  link: 'https://istio.io/latest/docs/reference/config/analysis/ist0150/',
  *find({ services }) {
    for (const { manifest, type, ports } of services) {
      for (const [index, port] of type === 'ExternalName' ? ports.entries() : []) {
        // Of a number that is TCP by itself the name has to say more, too.
        const protocol = protocolOf({ ...port, port: undefined });
        if (protocol === undefined || (protocol === 'tcp' && port.name === 'tcp')) {
          const name = port.name === undefined ? 'without a name' : `called ${JSON.stringify(port.name)}`;
          const message = `port ${port.port ?? ''} ${name} is plain TCP to the proxies`;
          yield { manifest, path: ['spec', 'ports', index], message };
        }
      }
    }
  },
};
