import { type Command, Option } from 'commander';
import { examples } from '../examples';
import type { DrillOptions } from './options';

/** Adds `lab drill`. */
export function addDrillCommand(program: Command): void {
  program
    .command('drill')
    .description('breaks one thing on purpose, shows the finding and the symptom, and undoes it on every exit')
    .argument('<name>', 'a fault; `list` shows them, `undo` removes what a killed drill has left')
    .argument('[paths...]', 'the rendered YAML (default: dist)')
    .option('--dry-run', 'print the broken objects and what finds them; nothing is changed')
    .addOption(
      new Option('--dir <folder>', 'with --dry-run: write all files, the broken ones among them').implies({
        dryRun: true,
      }),
    )
    .option('--gateway <address>', 'where the gateway listens (default: 127.0.0.1 for kind)')
    .option('--yes', 'break things in a cluster that the lab did not make')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      examples({
        'drill list': 'every fault there is, and who predicts it',
        'drill wrong-subset --dry-run': 'the broken objects, and the finding; no cluster is touched',
        'drill wrong-subset --dir /tmp/broken': 'all files, the broken ones among them: for `lab check /tmp/broken`',
        'drill wrong-subset': 'break it, see the symptom, undo it',
        'drill undo': 'undo what a killed drill has left',
      }),
    )
    .action(async (name: string, paths: string[], options: DrillOptions) => {
      const { drill } = await import('./drill');
      await drill(name, paths, options);
    });
}
