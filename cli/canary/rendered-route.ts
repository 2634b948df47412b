import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { printError } from '../print';
import { readBytes } from '../read/read-bytes';
import { inTurn } from '../render/turn';
import { replaceFile } from '../replace-file';

/** Where the YAML of the lab is rendered to. */
export const renderedFolder = 'dist';

const head = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});
const rendered = /^\d{4}-[^/]+\.k8s\.yaml$/;
const separator = /^---\n/m;

/** Milliseconds for which somebody else who renders is waited for: users have what they shall have already. */
const patience = 5_000;

/**
 * Puts routes that a cluster has accepted into what was rendered, while nobody else publishes there. Where that can't be, or
 * the operator does not want to wait, it is told and nothing more: the files can be rendered at any time.
 */
export async function noteShift(texts: readonly string[]): Promise<void> {
  if (!existsSync(renderedFolder)) {
    return;
  }
  try {
    await inTurn(dirname(resolve(renderedFolder)), patience, () => {
      texts.forEach((text) => replaceRendered(renderedFolder, text));
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    printError(`${renderedFolder}/ says what was before, until \`npm start\` renders it anew: ${message}`);
  }
}

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
