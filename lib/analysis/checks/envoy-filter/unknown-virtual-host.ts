import { resolvedHost } from '../../inventory/addresses';
import type { Inventory } from '../../inventory/inventory';
import type { EnvoyFilter } from '../../views/envoy-filter';
import type { Workload } from '../../views/workload';
import type { Check } from '../check';
import { mention } from '../mention';

/**
 * Sidecars name what comes in by the port of the Service, and what goes out by host and port. What a Sidecar opens by itself has
 * names of its own, and what no file shows may have any.
 */
export const unknownVirtualHost: Check = {
  code: 'LAB091',
  level: 'warning',
  title: 'Every virtual host that an EnvoyFilter patches is one that proxies have',
  reason: 'A patch of a virtual host that no proxy has changes nothing: what it limits is not limited.',
  remedy:
    'write inbound|http|<port of the Service> for what comes in, and <host>:<port of the Service> for what goes out',
  link: 'https://github.com/istio/istio/blob/release-1.30/pilot/pkg/networking/core/httproute.go',
  *find(inventory) {
    for (const filter of inventory.envoyFilters) {
      for (const [index, { match }] of filter.spec.configPatches.entries()) {
        const name = match?.routeConfiguration?.vhost?.name ?? '';
        const why = match?.context === 'GATEWAY' ? undefined : whyUnknown(inventory, filter, name);
        if (why !== undefined) {
          const path = ['spec', 'configPatches', index, 'match', 'routeConfiguration', 'vhost', 'name'];
          yield { manifest: filter.manifest, path, message: `no sidecar has the virtual host ${name}: ${why}` };
        }
      }
    }
  },
};

function whyUnknown(inventory: Inventory, filter: EnvoyFilter, name: string): string | undefined {
  const [, inbound] = /^inbound\|http\|(\d+)$/.exec(name) ?? [];
  const [, host, outbound] = /^([a-z0-9.-]+):(\d+)$/.exec(name) ?? [];
  if (inbound !== undefined) {
    return whyNotInbound(inventory, patchedPods(inventory, filter), Number(inbound));
  }
  const service =
    host === undefined ? undefined : inventory.serviceOf(resolvedHost(inventory, host, filter.manifest.namespace));
  const ports = service?.ports.map(({ port }) => port) ?? [];
  return service === undefined || ports.includes(Number(outbound))
    ? undefined
    : `${mention(service.manifest, ['spec', 'ports'])} has port ${ports.join(', ')}`;
}

function whyNotInbound(inventory: Inventory, workloads: readonly Workload[], port: number): string | undefined {
  const services = workloads.map((workload) => inventory.servicesOf(workload));
  const all = [...new Set(services.flat())];
  const isShown = workloads.length > 0 && services.every((some) => some.length > 0);
  const isOpened = workloads.some((workload) => (inventory.sidecarOf(workload)?.spec.ingress.length ?? 0) > 0);
  const isKnown = all.some(({ ports }) => ports.some((one) => one.port === port));
  const said = all.map(
    ({ manifest, ports }) => `${mention(manifest)} has port ${ports.map((one) => one.port).join(', ')}`,
  );
  return !isShown || isOpened || isKnown ? undefined : said.join('; ');
}

/** A filter of the root namespace reaches every namespace. */
function patchedPods(inventory: Inventory, { manifest: { namespace }, spec }: EnvoyFilter): Workload[] {
  const isEverywhere = namespace === inventory.mesh.rootNamespace;
  const selected = inventory.pods.selected(spec.workloadSelector?.labels ?? {}, isEverywhere ? undefined : namespace);
  return selected.filter((workload) => spec.targetRefs.length === 0 && inventory.isMeshed(workload));
}
