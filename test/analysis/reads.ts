import type { Check } from '../../lib/analysis/checks/check';
import { type Inventory, inventoryOf } from '../../lib/analysis/inventory/inventory';
import type { Manifest } from '../../lib/analysis/manifest/manifest';
import { allCases } from './cases/table';
import type { CheckCases } from './check-cases';
import { faultless } from './faultless';
import { manifestsOf } from './inputs';
import { inventoryOfCase } from './kept-findings';

const everyObject = 'every object';

/** What members of an inventory are made from, where they do not hold the objects themselves. */
const derived: Readonly<Record<string, readonly string[]>> = {
  manifests: [everyObject],
  namespaces: ['Namespace'],
  mesh: ['ConfigMap'],
  injectsByDefault: ['ConfigMap'],
  // Names alone, of what the members beside them hold.
  wildcardHosts: [],
  wildcardRuleHosts: [],
};

/** Objects of all kinds that checks look at. */
const all = [...manifestsOf(...textsOf(allCases)), ...[...faultless([]).values()].flat()];

/** The kinds of objects that each member of an inventory holds. */
const kindsByMember = new Map(
  Object.entries(inventoryOf(all)).map(([member, value]) => [member, derived[member] ?? [...kindsIn(value)]]),
);

/** The members of an inventory of which nobody can say what they hold: what a check reads there is not seen. */
export function blindSpots(): string[] {
  return [...kindsByMember]
    .filter(([member, kinds]) => kinds.length === 0 && !(member in derived))
    .map(([name]) => name);
}

/** The kinds of objects that a check asks for in its cases. What the run of all checks finds, it finds in any. */
export function kindsRead(cases: CheckCases, check: Pick<Check, 'find'> | undefined): string[] {
  if (check === undefined) {
    return [everyObject];
  }
  const kinds = new Set<string>();
  for (const text of textsOf([cases])) {
    const inventory = recording(inventoryOfCase(text), (kind) => kinds.add(kind));
    // Only what it asks for on the way is of interest.
    Array.from(check.find(inventory));
  }
  return kinds.has(everyObject) ? [everyObject] : [...kinds].sort();
}

function textsOf(cases: readonly CheckCases[]): string[] {
  return cases.flatMap(({ broken, clean }) => [...Object.values(broken), ...Object.values(clean)]);
}

/** An inventory that tells which kinds it is asked for. */
function recording(inventory: Inventory, note: (kind: string) => void): Inventory {
  return new Proxy(inventory, {
    get(target, member, self): unknown {
      if (member === 'ofKind' || member === 'named') {
        return (group: string, kind: string, ...name: [string, string]) => {
          note(kindName({ group, kind }));
          return member === 'named' ? target.named(group, kind, ...name) : target.ofKind(group, kind);
        };
      }
      kindsByMember.get(String(member))?.forEach(note);
      return Reflect.get(target, member, self);
    },
  });
}

/** The kinds of the objects in a value: in lists, in maps, in indexes over them. */
function kindsIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) {
    return new Set();
  }
  if ('podPath' in value) {
    return new Set(['workloads']);
  }
  if ('manifest' in value) {
    return kindsIn(value.manifest);
  }
  if (isManifest(value)) {
    return new Set([kindName(value)]);
  }
  const parts = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  return new Set(parts.flatMap((part) => [...kindsIn(part)]));
}

function isManifest(value: object): value is Manifest {
  return 'origin' in value && 'kind' in value;
}

/** Two kinds have the same name. */
function kindName({ group, kind }: Pick<Manifest, 'group' | 'kind'>): string {
  return kind === 'Gateway' && group !== 'networking.istio.io' ? 'Gateway of the Gateway API' : kind;
}
