import type { Inventory } from '../../inventory/inventory';
import { isTargeted } from '../../security/reach';
import type { Telemetry } from '../../views/telemetry';
import type { Check } from '../check';

/**
 * istioctl reports every entry without providers; one that a Telemetry of the namespace or of the
 * mesh gives them to, or an entry before it, does have some.
 */
export const logWithoutProvider: Check = {
  code: 'IST0157',
  level: 'warning',
  title: 'Access logs of a Telemetry have somewhere to go',
  reason: 'An entry that neither names providers nor inherits any is ignored: nothing is logged.',
  remedy: 'name a provider: envoy writes to the output of the proxy',
  link: 'https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging',
  *find(inventory) {
    const defaults = defaultTelemetries(inventory);
    for (const telemetry of inventory.telemetries) {
      const { manifest, spec } = telemetry;
      const above = [defaults.get(inventory.mesh.rootNamespace), defaults.get(manifest.namespace)];
      let isProvided =
        inventory.mesh.accessLogProviders.length > 0 ||
        above.some((one) => one !== undefined && one !== telemetry && hasProviders(one));
      for (const [index, { providers, disabled }] of spec.accessLogging.entries()) {
        isProvided = isProvided || providers.length > 0;
        if (!isProvided && disabled !== true) {
          const message = 'no provider is named, and neither the mesh nor the namespace names one';
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
