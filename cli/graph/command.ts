import { type Command, Option } from 'commander';
import { pathsCommand, pathsOf } from '../analysis/command';
import { examples } from '../examples';
import { graphFormats, type GraphOptions } from './options';

/** `lab graph`. */
export function graphCommand(): Command {
  return pathsCommand('graph', 'a picture of services, releases, calls, mutual TLS and findings')
    .addOption(new Option('--format <format>', 'what to draw').choices(graphFormats).default('svg'))
    .option('--output <file>', 'the file to write (default: the standard output)')
    .action(async (words: string[], options: GraphOptions & { readonly dir?: string }) => {
      const { runGraph } = await import('./run-graph');
      await runGraph(pathsOf(words, options), options);
    })
    .addHelpText(
      'after',
      examples({
        'graph --output mesh.svg': 'what `npm start` has rendered',
        'graph manifests/ --format html --output mesh.html': 'YAML of yours, as a page',
      }),
    );
}
