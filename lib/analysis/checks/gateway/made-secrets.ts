import type * as z from 'zod';
import type { Inventory } from '../../inventory/inventory';
import { fields, item, text } from '../../manifest/lenient';

const makerSpec = item({
  secretName: text,
  target: fields({ name: text }),
  template: fields({ metadata: fields({ name: text }) }),
});
type MakerSpec = z.output<typeof makerSpec>;

/** Kinds that other controllers make Secrets of, and where each names its Secret. */
const makers = [
  ['cert-manager.io', 'Certificate', (spec: MakerSpec) => spec.secretName],
  ['external-secrets.io', 'ExternalSecret', (spec: MakerSpec) => spec.target?.name],
  ['bitnami.com', 'SealedSecret', (spec: MakerSpec) => spec.template?.metadata?.name],
] as const;

/** The Secrets that other objects of the files stand for. */
export function namesOfMadeSecrets(inventory: Inventory): ReadonlySet<string> {
  return new Set(
    makers.flatMap(([group, kind, named]) =>
      inventory.ofKind(group, kind).map(({ name, content }) => named(makerSpec.parse(content['spec'])) ?? name),
    ),
  );
}
