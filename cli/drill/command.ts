import { type Command, Option } from 'commander';
import type { DrillOptions } from './options';

const examples = `
Examples:
  lab drill list                            every fault there is, and who predicts it
  lab drill wrong-subset --dry-run          the broken objects, and the finding; no cluster is touched
  lab drill wrong-subset --dry-run --dir /tmp/broken && lab check /tmp/broken
  lab drill wrong-subset                    break it, see the symptom, undo it
  lab drill undo                            undo what a killed drill has left`;

/** Adds `lab drill`. */
export function addDrillCommand(program: Command): void {
  program
    .command('drill')
    .description('breaks one thing on purpose, shows the finding and the symptom, and undoes it on every exit')
    .argument('<name>', 'a fault; `list` shows them, `undo` removes what a killed drill has left')
    .argument('[paths...]', 'the rendered YAML (default: dist)')
    .option('--dry-run', 'print the broken objects and what finds them; no cluster is touched')
    .addOption(
      new Option('--dir <folder>', 'with --dry-run: write all files, the broken ones among them').implies({
        dryRun: true,
      }),
    )
    .option('--gateway <address>', 'where the gateway listens (default: 127.0.0.1 for kind)')
    .option('--yes', 'break things in a cluster that the lab did not make')
    .option('--json', 'print one JSON document')
    .addHelpText('after', examples)
    .action(async (name: string, paths: string[], options: DrillOptions) => {
      const { drill } = await import('./drill');
      await drill(name, paths, options);
    });
}
