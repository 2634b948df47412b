import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { Check } from '../check';

/** Not namespaces: the own one, all of them, none. */
const words = ['.', '*', '~', ''];

export const unknownExport: Check = {
  code: 'KIA0005',
  aliases: ['IST0101'],
  level: 'error',
  title: 'Objects are exported to namespaces that exist',
  reason: 'An object that is exported to a namespace that does not exist is seen by nobody it was written for.',
  remedy: 'name a namespace that exists, or remove the entry',
  link: 'https://kiali.io/docs/features/validations/#kia0005---no-matching-namespace-found-or-namespace-is-not-accessible',
  *find(inventory) {
    for (const { manifest, exportTo, path } of exportsOf(inventory)) {
      for (const [index, namespace] of exportTo.entries()) {
        if (!words.includes(namespace) && !inventory.namespaces.has(namespace)) {
          const message = `there is no namespace ${namespace}`;
          yield { manifest, path: path.at(0) === 'spec' ? [...path, index] : path, message };
        }
      }
    }
  },
};

interface Export {
  readonly manifest: Manifest;
  readonly exportTo: readonly string[];
  readonly path: FieldPath;
}

function exportsOf({ virtualServices, destinationRules, serviceEntries, services }: Inventory): Export[] {
  const views = [...virtualServices, ...destinationRules, ...serviceEntries];
  return [
    ...views.map(({ manifest, spec }) => ({ manifest, exportTo: spec.exportTo, path: ['spec', 'exportTo'] })),
    ...services.map(({ manifest, exportTo }) => ({
      manifest,
      exportTo,
      path: ['metadata', 'annotations', 'networking.istio.io/exportTo'],
    })),
  ];
}
