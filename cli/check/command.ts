import { type Command, Option } from 'commander';
import { pathsCommand, pathsOf } from '../analysis/command';
import { examples } from '../examples';
import { type CheckOptions, failLevels, formatNames } from './options';

/** `lab check`. */
export function checkCommand(): Command {
  return pathsCommand('check', 'what is wrong with Kubernetes and Istio YAML')
    .addOption(new Option('--output <format>', 'what to print').choices(formatNames).default('text'))
    .addOption(new Option('--json', 'the same as --output json').conflicts('output'))
    .addOption(
      new Option('--fail-on <level>', 'the lowest level of findings that end it with 1 (default: warning)').choices(
        failLevels,
      ),
    )
    .option('--only <codes>', 'count these checks alone, as KIA1101,LAB010; may be given several times', codeList)
    .option('--skip <codes>', 'do not count these checks; may be given several times', codeList)
    .option('--baseline <file>', 'findings that are known, and fail nothing')
    .option('--write-baseline <file>', 'make all that is found known')
    .option('--config <file>', 'settings for all of that (default: the nearest .mesh-lab.yaml above)')
    .option('--no-config', 'go by the command line alone')
    .action(async (words: string[], options: CheckOptions) => {
      const { runCheck } = await import('./run-check');
      runCheck(pathsOf(words, options), options);
    })
    .addHelpText(
      'after',
      '\nExit code: 0 without findings to fail for, 1 with some, 2 for wrong use\nand for what can not be read.',
    )
    .addHelpText(
      'after',
      examples({
        check: 'what `npm start` has rendered',
        'check manifests/ extra.json': 'YAML of yours',
        'check manifests/ --output sarif': 'for code scanning',
        'check manifests/ --write-baseline known.json': 'fail for what is new from now on',
      }),
    );
}

function codeList(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map((code) => code.trim())];
}
