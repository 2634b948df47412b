import fc from 'fast-check';
import { readManifests } from '../../../lib/analysis/manifest/read';

/** Something done to a value of an object, which stays an object that can be read. Places are from 0, the first, to 1, the last. */
interface StructuralDamage {
  readonly at: number;
  readonly kind: 'remove' | 'value' | 'graft' | 'repeat' | 'rename' | 'wrap';
  readonly value: unknown;
  readonly key: string;
  readonly from: number;
}

/** Where a value stands: in what, and by which key. */
interface Place {
  readonly parent: object;
  readonly key: string;
}

/** What stands where something else is expected: other types, bounds, and texts that some rule reads in a way of its own. */
const values = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 80, 65_536, 1e21, 0.5, '', [], {}, [null], [[]], [{}], {
    a: {},
  }),
  fc.constantFrom(
    ...[
      '*',
      '.',
      '..',
      './*',
      '*/*',
      '~/*',
      '*.',
      '.*',
      '*.local',
      'a.b.c.d.e',
      '-',
      '/',
      '//',
      'a b',
      '\u0000',
      '\u202e',
    ],
    ...[
      '(',
      '(a+)+$',
      '\\',
      '[',
      'a{1001}',
      '{*}',
      '{**}/{*}',
      '%FF',
      '%',
      'http://',
      'http://[::1',
      'x:99999',
      '::',
      ':',
    ],
    ...[
      '10.0.0.0/33',
      '::/129',
      '256.1.1.1',
      'fe80::1%eth0',
      '0x1F',
      '1e9',
      '-0',
      '5s',
      '1h61m',
      '9'.repeat(400),
      'NaN',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'mesh',
      'cluster.local/ns/*/sa/*',
      'UNSET',
      'STRICT',
      'v1',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const keys = fc.oneof(
  fc.constantFrom('name', 'host', 'hosts', 'port', 'number', 'selector', 'metadata', 'spec', 'kind', 'items', 'labels'),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', 'length', '0', 'http', 'exact', 'subset', 'namespace'),
);

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

export const structuralDamage: fc.Arbitrary<StructuralDamage> = fc.record({
  at: place,
  kind: fc.constantFrom('remove', 'value', 'value', 'value', 'graft', 'graft', 'repeat', 'rename', 'wrap'),
  value: values,
  key: keys,
  from: place,
});

/** The objects of a text with something done to one of them, as JSON: what can't be read of the text is left out. */
export function withStructuralDamage(text: string, damages: readonly StructuralDamage[]): string {
  const { manifests } = readManifests([{ name: 'piece.yaml', text }]);
  const objects = structuredClone(manifests.map(({ content }) => content));
  for (const damage of damages) {
    make(damage, objects);
  }
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

function make({ at, kind, value, key, from }: StructuralDamage, objects: unknown[]): void {
  const places = objects.flatMap((object) => [...placesIn(object)]);
  const target = places[Math.floor(at * places.length)];
  if (target === undefined) {
    return;
  }
  const old: unknown = Reflect.get(target.parent, target.key);
  const { parent } = target;
  switch (kind) {
    case 'remove':
      take(target);
      break;
    case 'value':
      put(parent, target.key, value);
      break;
    case 'graft': {
      const origin = places[Math.floor(from * places.length)] ?? target;
      put(parent, target.key, structuredClone(Reflect.get(origin.parent, origin.key)));
      break;
    }
    case 'repeat':
      if (Array.isArray(parent)) {
        parent.push(structuredClone(old));
      } else {
        put(parent, target.key, [old, old]);
      }
      break;
    case 'rename':
      take(target);
      put(parent, key, old);
      break;
    case 'wrap':
      put(parent, target.key, from < 0.5 ? [old] : { [key]: old });
      break;
  }
}

function* placesIn(value: unknown): Generator<Place> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inside] of Object.entries(value)) {
      yield { parent: value, key };
      yield* placesIn(inside);
    }
  }
}

function take({ parent, key }: Place): void {
  if (Array.isArray(parent)) {
    parent.splice(Number(key), 1);
  } else {
    Reflect.deleteProperty(parent, key);
  }
}

/** A key of its own, whatever its name. */
function put(parent: object, key: string, value: unknown): void {
  Reflect.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}
