import type { Inventory } from '../../inventory/inventory';
import type { FieldPath } from '../../manifest/manifest';
import type { ServiceEntry } from '../../views/service-entry';
import type { Check } from '../check';
import { mention } from '../mention';
import { ignoredEntries } from './ignored-entry';

const link = 'https://istio.io/latest/docs/reference/config/networking/service-entry/';

/** Entries that no namespace sees both of do not meet; Kiali counts them nevertheless. */
export const rivalEntry: Check = {
  code: 'KIA1211',
  level: 'warning',
  title: 'A host and port is declared by one ServiceEntry',
  reason:
    'Two declarations of one host are merged only if they differ in nothing but their ports; else proxies ignore the younger one, with all of its ports.',
  remedy: 'keep one, or let each be seen by its own namespace alone with exportTo',
  link,
  *find(inventory) {
    for (const { later, first, host } of rivals(inventory)) {
      if (later.protocol === first.protocol) {
        const message = `${mention(first.entry.manifest)} declares ${host}:${String(later.number)} too`;
        yield { manifest: later.entry.manifest, path: later.path, message };
      }
    }
    yield* ignoredEntries(inventory);
  },
};

export const rivalProtocol: Check = {
  code: 'KIA1212',
  aliases: ['IST0177'],
  level: 'warning',
  title: 'A host and port has one protocol in all ServiceEntries',
  reason: 'One declaration wins, by its age: requests are routed as HTTP here and as plain bytes there.',
  remedy: 'declare the port with one protocol',
  link,
  *find(inventory) {
    for (const { later, first, host } of rivals(inventory)) {
      if (later.protocol !== first.protocol) {
        const message = `${host}:${String(later.number)} is ${later.protocol} here and ${first.protocol} in ${mention(first.entry.manifest)}`;
        yield { manifest: later.entry.manifest, path: [...later.path, 'protocol'], message };
      }
    }
  },
};

interface DeclaredPort {
  readonly entry: ServiceEntry;
  readonly number: number | undefined;
  readonly protocol: string;
  readonly path: FieldPath;
}

interface Rivals {
  readonly host: string;
  readonly first: DeclaredPort;
  readonly later: DeclaredPort;
}

/** Declarations of a host and port that some namespace sees another one of already. */
function* rivals({ serviceEntries }: Inventory): Generator<Rivals> {
  const firsts = new Map<string, Map<string, DeclaredPort>>();
  for (const entry of serviceEntries) {
    const scopes = scopesOf(entry);
    for (const host of new Set(entry.spec.hosts.map((one) => one.toLowerCase()))) {
      for (const later of portsOf(entry)) {
        const key = `${host}:${String(later.number)}`;
        const seen = firsts.get(key) ?? new Map<string, DeclaredPort>();
        firsts.set(key, seen);
        const first = firstSeen(seen, scopes);
        if (first !== undefined && first.entry !== entry) {
          yield { host, first, later };
        }
        scopes.filter((scope) => !seen.has(scope)).forEach((scope) => seen.set(scope, later));
      }
    }
  }
}

function firstSeen(seen: ReadonlyMap<string, DeclaredPort>, scopes: readonly string[]): DeclaredPort | undefined {
  if (scopes.includes('*')) {
    return [...seen.values()][0];
  }
  const reached = scopes.length === 0 ? [] : ['*', ...scopes];
  return reached.map((scope) => seen.get(scope)).find((found) => found !== undefined);
}

function portsOf(entry: ServiceEntry): DeclaredPort[] {
  return entry.spec.ports.map(({ number, protocol = '' }, index) => ({
    entry,
    number,
    protocol: protocol.toUpperCase(),
    path: ['spec', 'ports', index],
  }));
}

/** The namespaces that see an entry; `*` for all. */
function scopesOf({ manifest, spec }: ServiceEntry): readonly string[] {
  const scopes = spec.exportTo.map((scope) => (scope === '.' ? manifest.namespace : scope));
  return scopes.length === 0 || scopes.includes('*') ? ['*'] : scopes.filter((scope) => scope !== '~');
}
