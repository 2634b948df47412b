import * as z from 'zod';
import type { Inventory } from '../analysis/inventory/inventory';
import type { Row } from './row';

const bucket = z.object({
  typed_config: z.object({
    token_bucket: z.object({ max_tokens: z.number(), fill_interval: z.string() }),
  }),
});

/** Local rate limits that are declared. To provoke one would refuse requests of users: they are named, and not asked. */
export function rateLimitRows({ envoyFilters }: Inventory): Row[] {
  return envoyFilters.flatMap(({ manifest, spec }) =>
    spec.configPatches
      .map(({ patch }) => bucket.safeParse(patch?.value).data?.typed_config.token_bucket)
      .filter((found) => found !== undefined)
      .map(({ max_tokens, fill_interval }): Row => {
        const what = `EnvoyFilter ${manifest.namespace}/${manifest.name}`;
        const said = `429 after ${max_tokens} requests in ${fill_interval}, for each pod`;
        return { area: 'rate limit', what, said, seen: 'it would refuse users’ requests', verdict: 'not asked' };
      }),
  );
}
