import { meshGraph } from '../../lib/analysis/graph/mesh-graph';
import type { Graph } from '../../lib/analysis/graph/graph';
import { InputError } from '../../lib/input/input-error';
import { foundIn } from '../check/check';
import { print, printError } from '../print';
import { readInventory } from '../read/read-inventory';
import { replaceFile } from '../replace-file';
import { printable } from '../terminal';
import { dotText } from './dot';
import { mermaidText } from './mermaid';
import type { GraphFormat, GraphOptions } from './options';

/** The SVG needs Graphviz, which the others do not wait for. */
const texts: Readonly<Record<GraphFormat, (graph: Graph) => Promise<string>>> = {
  svg: async (graph) => (await import('./svg')).svgText(graph),
  html: async (graph) => (await import('./html')).htmlText(graph),
  mermaid: (graph) => Promise.resolve(mermaidText(graph)),
  dot: (graph) => Promise.resolve(dotText(graph)),
};

/** Draws what can be read. @throws InputError, after that, with all that can't be read */
export async function runGraph(paths: readonly string[], { format, output }: GraphOptions): Promise<void> {
  const read = readInventory(paths);
  const text = await texts[format](meshGraph(read.inventory, foundIn(read)));
  if (output === undefined) {
    print(text);
  } else {
    replaceFile(output, `${printable(text)}\n`);
    printError(`${output} is written`);
  }
  read.notes.forEach((note) => {
    printError(note);
  });
  if (read.problems.length > 0) {
    throw new InputError(read.problems);
  }
}
