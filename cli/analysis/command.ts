import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { InputError } from '../../lib/input/input-error';
import type { Report } from './report';
import type { ReadInventory } from '../read/read-inventory';
import { print, printError } from '../print';

interface AnalysisOptions {
  readonly dir?: string;
  readonly json?: boolean;
}

const rendered = 'dist';

/** Finds something out about what was read; the command knows the options of its own. */
export type Analysis = (read: ReadInventory, command: Command, urls: readonly string[]) => Report;

/** A command that reads Kubernetes YAML of any origin. */
export function pathsCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument(
      '[paths...]',
      `files and folders of Kubernetes YAML or JSON, - for the standard input (default: ${rendered})`,
    )
    .option('--dir <folder>', 'the same as a path');
}

/** What such a command reads. */
export function pathsOf(words: readonly string[], { dir }: Pick<AnalysisOptions, 'dir'>): readonly string[] {
  const paths = [...words, ...(dir === undefined ? [] : [dir])];
  return paths.length === 0 ? [rendered] : paths;
}

/**
 * A command over Kubernetes YAML of any origin. Prints one report: as JSON there is nothing else on
 * the standard output. The exit code is 0 if all is fine, 1 if not, and 2 if some of the input could
 * not be read; then the rest was looked at all the same.
 * @param load imports what finds it out: no other command waits for that
 * @param takesUrls whether URLs may stand among the paths. @default - every word is a path
 */
export function analysisCommand(
  name: string,
  description: string,
  load: () => Promise<Analysis>,
  { takesUrls = false } = {},
): Command {
  return pathsCommand(name, description)
    .option('--json', 'print one JSON document')
    .action(async (words: string[], options: AnalysisOptions, command: Command) => {
      const [{ readInventory }, run] = await Promise.all([import('../read/read-inventory'), load()]);
      const urls = takesUrls ? words.filter(isUrl) : [];
      const paths = words.filter((word) => !urls.includes(word));
      if (takesUrls) {
        requireSchemes(paths);
      }
      const read = readInventory(pathsOf(paths, options));
      const { json, text, isFine } = run(read, command, urls);
      print(options.json === true ? JSON.stringify(json, undefined, 2) : text);
      read.notes.forEach((note) => {
        printError(note);
      });
      process.exitCode = isFine ? 0 : 1;
      if (read.problems.length > 0) {
        throw new InputError(read.problems);
      }
    });
}

/** A name with dots or a port, and perhaps a path. */
const hostLike = /^[a-z\d-]+((\.[a-z\d-]+)+(:\d+)?|:\d+)(\/.*)?$/i;

/** @throws InputError for what would be a URL if it had a scheme, and is no path */
function requireSchemes(paths: readonly string[]): void {
  const hosts = paths.filter((word) => hostLike.test(word) && !/\.(ya?ml|json)$/i.test(word) && !existsSync(word));
  if (hosts.length > 0) {
    throw new InputError(
      hosts.map((word) => ({
        file: word,
        path: [],
        value: word,
        rule: 'a word is a file or folder that is there, or a URL with its scheme',
        remedy: `for a request write http://${word}`,
      })),
    );
  }
}

function isUrl(word: string): boolean {
  return /^https?:\/\//.test(word);
}
