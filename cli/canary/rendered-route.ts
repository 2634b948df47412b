import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { readBytes } from '../read/read-bytes';
import { replaceFile } from '../replace-file';

/** Where the YAML of the lab is rendered to. */
export const renderedFolder = 'dist';

const head = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});
const rendered = /^\d{4}-[^/]+\.k8s\.yaml$/;
const separator = /^---\n/m;

/**
 * Puts a route into the place of the rendered one of the same name, so that whoever applies the files again does not take
 * back what was shifted. Nothing else in them changes; where nothing was rendered, nothing is written.
 * @param folder of the rendered files
 * @param text one document, as it is rendered
 * @returns the file that changed
 */
export function replaceRendered(folder: string, text: string): string | undefined {
  const name = nameIn(text);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => rendered.test(file)) : [];
  for (const file of files.map((one) => join(folder, one))) {
    const before = readBytes(file).toString('utf8');
    // Most files are left unread: a route is in the file of its namespace.
    const documents = before.includes(name.split(' ').at(-1) ?? '') ? before.split(separator) : [];
    const place = documents.findIndex(
      (document) => document.includes('kind: VirtualService') && nameIn(document) === name,
    );
    if (place >= 0) {
      const after = documents.with(place, text).join('---\n');
      if (after === before) {
        return undefined;
      }
      replaceFile(file, after);
      return file;
    }
  }
  return undefined;
}

/** Kind, namespace and name of a document. */
function nameIn(text: string): string {
  const { data } = head.safeParse(parse(text));
  return data === undefined ? '' : `${data.kind} ${data.metadata.namespace ?? ''} ${data.metadata.name}`;
}
