import { qualified } from '../../inventory/hosts';
import { isHttpTraffic } from '../../views/service';
import { isForMesh } from '../../views/virtual-service';
import { configurationOf } from '../../routing/configuration';
import type { Check } from '../check';
import { mentions } from '../mention';

export const port80Alone: Check = {
  code: 'LAB092',
  level: 'warning',
  title: 'Sidecars have the port at which a VirtualService holds for a host that a wildcard declares',
  reason:
    'Of a host that a wildcard of a ServiceEntry alone stands for, a sidecar uses the VirtualService at port 80, and at no other.',
  remedy: 'declare the host by its whole name in a ServiceEntry, or add port 80 to that of the wildcard',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/route/route.go',
  *find(inventory) {
    for (const { manifest, spec } of configurationOf(inventory).routes.filter(isForMesh)) {
      for (const [index, written] of spec.http.length === 0 ? [] : spec.hosts.entries()) {
        const host = qualified(written, manifest.namespace);
        const entries = inventory.entriesOf(host);
        const isByWildcard =
          entries.length > 0 && !written.startsWith('*') && !entries.some((entry) => entry.spec.hosts.includes(host));
        const ports = isByWildcard ? inventory.portsOf(host, manifest.namespace) : [];
        const ofHttp = ports.filter(({ traffic }) => isHttpTraffic(traffic)).map(({ number }) => number);
        if (
          inventory.serviceOf(host) === undefined &&
          ofHttp.length > 0 &&
          !ports.some(({ number }) => number === 80)
        ) {
          const by = mentions(entries.map((entry) => entry.manifest));
          const message = `${written} is declared by the wildcard of ${by} alone, at port ${ofHttp.join(', ')}, and the rules hold at port 80 alone`;
          yield { manifest, path: ['spec', 'hosts', index], message };
        }
      }
    }
  },
};
