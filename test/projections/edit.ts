import { type Inventory, inventoryOf } from './extract/inventory';
import { rendered } from '../support/render';
import { threeTiers } from '../support/three-tiers';

/** Every object of the three tiers, as text. */
export const documents: readonly string[] = rendered(threeTiers()).flatMap((text) => text.split(/^---$/m));

export interface Target {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export type Edit = (text: string) => string;

export const replace = (from: string | RegExp, to: string): Edit => {
  return (text) => text.replace(from, to);
};

export const leaveOut: Edit = () => '';

/** The edges that are lost and gained when one object is written differently, or left out. */
export function change(
  extract: (inventory: Inventory) => string[],
  { kind, namespace, name }: Target,
  edit: Edit,
): { readonly lost: string[]; readonly gained: string[] } {
  const lines = [`kind: ${kind}\n`, `  name: ${name}\n`, `  namespace: ${namespace}\n`];
  const edited = documents.map((text) => (lines.every((line) => text.includes(line)) ? edit(text) : text));
  if (edited.filter((text, index) => text !== documents[index]).length !== 1) {
    throw new Error(`there is not one ${kind} ${namespace}/${name} that the edit changes`);
  }
  const before = extract(inventoryOf(documents));
  const after = extract(inventoryOf(edited));
  return {
    lost: before.filter((edge) => !after.includes(edge)),
    gained: after.filter((edge) => !before.includes(edge)),
  };
}
