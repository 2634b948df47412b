import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const file = join(__dirname, '..', '..', 'imports', 'schemas', 'kind@0.11.0.json');
const Provider = z.object({ resource_schemas: z.object({ kind_cluster: z.object({ block: z.unknown() }) }) });
const schemas = z
  .object({
    provider_schemas: z
      .record(z.string(), Provider)
      .transform(Object.values)
      .pipe(z.tuple([Provider])),
    provider_versions: z
      .record(z.string(), z.string())
      .transform(Object.values)
      .pipe(z.tuple([z.string()])),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));
/** What the provider takes for `kind_cluster`. */
export const kindClusterBlock = schemas.provider_schemas[0].resource_schemas.kind_cluster.block;

/** The version of the provider that this is the schema of. */
export const kindVersion = schemas.provider_versions[0];
