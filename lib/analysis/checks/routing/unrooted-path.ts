import type { FieldPath, Manifest } from '../../manifest/manifest';
import type { Inventory } from '../../inventory/inventory';
import type { Check } from '../check';
import { operationValues } from '../security/rule-values';

interface WrittenPath {
  readonly manifest: Manifest;
  readonly value: string;
  readonly path: FieldPath;
}

export const unrootedPath: Check = {
  code: 'LAB015',
  level: 'error',
  title: 'Every path that requests are matched by begins with a slash',
  reason: 'The path of a request begins with a slash, so what has none at its start matches nothing, ever.',
  remedy: 'put a slash before it, or in policies a * for paths that end so',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch',
  *find(inventory) {
    for (const { manifest, value, path } of [...ofRoutes(inventory), ...ofPolicies(inventory)]) {
      if (!value.startsWith('/')) {
        yield { manifest, path, message: `no request has a path that begins with ${JSON.stringify(value)}` };
      }
    }
  },
};

/** An empty text is refused by the check of schemas; a * alone is the target of OPTIONS for a whole server. */
function* ofRoutes({ virtualServices }: Inventory): Generator<WrittenPath> {
  for (const { manifest, spec } of virtualServices) {
    for (const [index, { match }] of spec.http.entries()) {
      for (const [number, { uri }] of match.entries()) {
        for (const kind of ['exact', 'prefix'] as const) {
          const value = uri?.[kind] ?? '';
          if (value !== '' && value !== '*') {
            yield { manifest, value, path: ['spec', 'http', index, 'match', number, 'uri', kind] };
          }
        }
      }
    }
  }
}

function ofPolicies(inventory: Inventory): WrittenPath[] {
  return [...operationValues(inventory, ['paths', 'notPaths'])].filter(
    ({ value }) => value !== '' && !value.startsWith('*'),
  );
}
