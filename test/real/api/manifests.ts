import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { type KubeObject, kubeObject, nameOf } from '../../../cli/cluster/kube-object';

/** One document of a YAML file. */
export interface Manifest {
  readonly object: KubeObject;
  /** The document as it was written: the server shall parse it, as it does for kubectl. */
  readonly text: string;
  /** Where to look: file, position in the file, object. */
  readonly title: string;
}

/** Every object of every YAML file, in the order in which `kubectl apply -f` takes them. */
export function manifestsIn(folder: string): Manifest[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.sort().flatMap((file) => manifestsOf(join(folder, file)));
}

export function manifestsOf(file: string): Manifest[] {
  const texts = readFileSync(file, 'utf8').split(/^---$/m);
  const documents = texts
    .map((text) => ({ text, content: parse(text) as unknown }))
    .filter(({ content }) => content !== null);
  return documents.map(({ text, content }, index) => {
    const object = kubeObject.parse(content);
    return { object, text, title: `${basename(file)}[${index}] ${nameOf(object)}` };
  });
}
