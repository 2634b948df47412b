import type { FieldPath } from '../../../manifest/manifest';
import { fields, item, list, text } from '../../../manifest/lenient';
import { faultOfRegex } from '../../../re2';
import { viewerOf } from '../../../views/view';
import type { HttpMatch } from '../../../views/virtual-service';
import type { SchemaRule } from './rule';

const rewritesOfRoutes = viewerOf('networking.istio.io', 'VirtualService', {
  http: list(
    item({
      rewrite: fields({ uriRegexRewrite: fields({ match: text }) }),
      corsPolicy: fields({ allowOrigins: list(item({ regex: text })) }),
    }),
  ),
});

interface Regex {
  readonly path: FieldPath;
  readonly regex: string | undefined;
}

/** Every regular expression of a VirtualService is one of RE2, which Envoy runs. */
export const regularExpression: SchemaRule = function* find(inventory) {
  for (const { manifest, spec } of inventory.virtualServices) {
    const others = rewritesOfRoutes.view(manifest).spec.http;
    for (const [index, { match }] of spec.http.entries()) {
      const path = ['spec', 'http', index];
      const { rewrite, corsPolicy } = others[index] ?? {};
      const origins = corsPolicy?.allowOrigins ?? [];
      const found: Regex[] = [
        ...match.flatMap((one, number) => matchedBy(one, [...path, 'match', number])),
        { path: [...path, 'rewrite', 'uriRegexRewrite', 'match'], regex: rewrite?.uriRegexRewrite?.match },
        ...origins.map(({ regex }, number) => ({
          path: [...path, 'corsPolicy', 'allowOrigins', number, 'regex'],
          regex,
        })),
      ];
      for (const { path: place, regex } of found) {
        const fault = regex === undefined ? undefined : faultOfRegex(regex);
        if (fault !== undefined) {
          const message = `${JSON.stringify(regex)} ${fault}`;
          yield { manifest, path: place, message, remedy: 'write a regular expression of RE2' };
        }
      }
    }
  }
};

function matchedBy(match: HttpMatch, path: FieldPath): Regex[] {
  const { uri, scheme, method, authority, headers, withoutHeaders, queryParams } = match;
  const single = Object.entries({ uri, scheme, method, authority }).map(([field, one]) => ({
    path: [...path, field, 'regex'],
    regex: one?.regex,
  }));
  const named = Object.entries({ headers, withoutHeaders, queryParams }).flatMap(([field, all]) =>
    Object.entries(all).map(([name, { regex }]) => ({
      path: [...path, field, name, 'regex'],
      // In withoutHeaders a lone star stands for any value.
      regex: field === 'withoutHeaders' && regex === '*' ? undefined : regex,
    })),
  );
  return [...single, ...named];
}
