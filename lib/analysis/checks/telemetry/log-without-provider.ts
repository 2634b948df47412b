import type { Inventory } from '../../inventory/inventory';
import { isTargeted } from '../../authorization/attachment';
import type { Telemetry } from '../../views/telemetry';
import type { Check } from '../check';

/**
 * istioctl reports every entry without providers where the mesh has none by default; one without a
 * filter is fine if it inherits some. A filter is kept with the providers beside it, or nowhere.
 */
export const logWithoutProvider: Check = {
  code: 'IST0157',
  level: 'warning',
  title: 'Every entry for access logs names providers, or inherits them',
  reason: 'An entry without providers is ignored, its filter too: too much is logged, or nothing.',
  remedy: 'name a provider: envoy writes to the output of the proxy',
  link: 'https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging',
  *find(inventory) {
    const defaults = defaultTelemetries(inventory);
    for (const telemetry of inventory.mesh.accessLogProviders.length > 0 ? [] : inventory.telemetries) {
      const { manifest, spec } = telemetry;
      const above = [defaults.get(inventory.mesh.rootNamespace), defaults.get(manifest.namespace)];
      const isProvided = [...above, telemetry].some((one) => one !== undefined && hasProviders(one));
      for (const [index, { providers, disabled, filter }] of spec.accessLogging.entries()) {
        if (providers.length === 0 && disabled !== true && (filter !== undefined || !isProvided)) {
          const effect = isProvided ? 'its filter filters nothing' : 'nothing is logged';
          const message = `the entry names no provider, so ${effect}`;
          yield { manifest, path: ['spec', 'accessLogging', index], message };
        }
      }
    }
  },
};

/** What whole namespaces follow. */
function defaultTelemetries({ telemetries }: Inventory): ReadonlyMap<string, Telemetry> {
  const general = telemetries.filter(
    (one) => !isTargeted(one) && Object.keys(one.spec.selector?.matchLabels ?? {}).length === 0,
  );
  return new Map(general.toReversed().map((telemetry) => [telemetry.manifest.namespace, telemetry]));
}

function hasProviders({ spec }: Telemetry): boolean {
  return spec.accessLogging.some(({ providers }) => providers.length > 0);
}
