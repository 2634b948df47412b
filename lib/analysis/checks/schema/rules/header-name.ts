import { fields, item, list, mapping, text, words } from '../../../manifest/lenient';
import { viewerOf } from '../../../views/view';
import type { FieldPath } from '../../../manifest/manifest';
import type { SchemaRule } from './rule';

const change = fields({ add: mapping(text), set: mapping(text), remove: words });
const headers = fields({ request: change, response: change });
const matched = mapping(fields({}));

const headersOfRoutes = viewerOf('networking.istio.io', 'VirtualService', {
  http: list(
    item({
      match: list(item({ headers: matched, withoutHeaders: matched })),
      headers,
      route: list(item({ headers })),
    }),
  ),
});

interface NamedHeader {
  readonly path: FieldPath;
  readonly name: string;
  readonly isAllowed: (name: string) => boolean;
}

/** Header names are such as HTTP has them; host and pseudo headers can't be removed or answered. */
export const headerName: SchemaRule = function* find(inventory) {
  for (const { manifest, spec } of inventory.views(headersOfRoutes)) {
    for (const [index, { match, headers: own, route }] of spec.http.entries()) {
      const path = ['spec', 'http', index];
      const named = [
        ...match.flatMap((one, number) => matchedIn(one, [...path, 'match', number])),
        ...changedIn(own, [...path, 'headers']),
        ...route.flatMap((one, number) => changedIn(one.headers, [...path, 'route', number, 'headers'])),
      ];
      for (const { path: place, name } of named.filter(({ name, isAllowed }) => !isAllowed(name))) {
        const message = `${JSON.stringify(name)} is no header that can stand here`;
        yield { manifest, path: place, message, remedy: 'write the name of an HTTP header' };
      }
    }
  }
};

type Match = Readonly<Record<'headers' | 'withoutHeaders', Readonly<Record<string, unknown>>>>;

function matchedIn(match: Match, path: FieldPath): NamedHeader[] {
  return Object.entries({ headers: match.headers, withoutHeaders: match.withoutHeaders }).flatMap(([field, named]) =>
    Object.keys(named).map((name) => ({ path: [...path, field, name], name, isAllowed: isMatchable })),
  );
}

type Headers = ReturnType<typeof headersOfRoutes.view>['spec']['http'][number]['headers'];

function changedIn(found: Headers, path: FieldPath): NamedHeader[] {
  return Object.entries({ request: found?.request, response: found?.response }).flatMap(([side, changes]) => {
    const { add = {}, set = {}, remove = [] } = changes ?? {};
    const isAllowed = side === 'request' ? isSettable : isRemovable;
    return [
      ...Object.keys(add).map((name) => ({ path: [...path, side, 'add', name], name, isAllowed })),
      ...Object.keys(set).map((name) => ({ path: [...path, side, 'set', name], name, isAllowed })),
      ...remove.map((name, index) => ({ path: [...path, side, 'remove', index], name, isAllowed: isRemovable })),
    ];
  });
}

/** Claims of a token can be matched like headers. */
function isMatchable(name: string): boolean {
  return /^(@request\.auth\.claims[.[].+|:(method|scheme|authority|path|status)|[!#$%&'*+\-.^_`|~\w]+)$/.test(name);
}

function isSettable(name: string): boolean {
  return name.toLowerCase() === ':authority' || (name !== '' && !name.startsWith(':'));
}

function isRemovable(name: string): boolean {
  return name !== '' && !name.startsWith(':') && name.toLowerCase() !== 'host';
}
