import { isAmbientNamespace } from '../../inventory/ambient';
import type { Manifest } from '../../manifest/manifest';
import { item, list, text } from '../../manifest/lenient';
import type { Check } from '../check';

/** Istio gives addresses by itself where proxies answer DNS, as those of ambient mode always do. */
export const missingAddress: Check = {
  code: 'IST0134',
  level: 'warning',
  title: 'A ServiceEntry with a TCP port has an address',
  reason: 'TCP has no host name: without an address the proxy takes all traffic of the port for this host.',
  remedy: 'add addresses, declare the protocol (TLS, HTTP), or let proxies answer DNS (ISTIO_META_DNS_CAPTURE)',
  link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/',
  *find(inventory) {
    const isCaptured = inventory.mesh.proxyMetadata['ISTIO_META_DNS_CAPTURE'] === 'true';
    for (const { manifest, spec } of isCaptured ? [] : inventory.serviceEntries) {
      if (
        spec.addresses.length === 0 &&
        !hasAllocated(manifest) &&
        !isAmbientNamespace(inventory, manifest.namespace)
      ) {
        for (const [index, { protocol = '', number }] of spec.ports.entries()) {
          if (['', 'TCP'].includes(protocol.toUpperCase())) {
            const message = `port ${String(number ?? '')} is TCP, and the entry has no address to tell its traffic by`;
            yield { manifest, path: ['spec', 'ports', index], message };
          }
        }
      }
    }
  },
};

const status = item({ addresses: list(item({ value: text })) });

function hasAllocated({ content }: Manifest): boolean {
  return status.parse(content['status']).addresses.length > 0;
}
