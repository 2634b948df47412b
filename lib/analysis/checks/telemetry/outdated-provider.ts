import type { Check } from '../check';

const sections = ['tracing', 'metrics', 'accessLogging'] as const;

export const outdatedProvider: Check = {
  code: 'LAB096',
  aliases: ['IST0002'],
  level: 'warning',
  title: 'No Telemetry names a provider of a kind that Istio is about to drop',
  reason: 'Istio still sends to such a provider; after an upgrade that drops its kind nothing is sent any more.',
  remedy: 'declare an opentelemetry provider in extensionProviders, and name it',
  link: 'https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider',
  *find({ telemetries, mesh: { outdatedProviders } }) {
    for (const { manifest, spec } of outdatedProviders.size === 0 ? [] : telemetries) {
      for (const section of sections) {
        for (const [index, { providers }] of spec[section].entries()) {
          for (const [number, { name = '' }] of providers.entries()) {
            const kind = outdatedProviders.get(name);
            if (kind !== undefined) {
              const path = ['spec', section, index, 'providers', number, 'name'];
              yield { manifest, path, message: `provider ${name} is of the kind ${kind}, which is deprecated` };
            }
          }
        }
      }
    }
  },
};
