import { type Command, Option } from 'commander';
import { examples } from '../examples';
import type { OperateOptions } from './operate';
import { type StageChoice, stageNames } from './stages';

interface UpOptions extends StageChoice, OperateOptions {
  readonly dryRun?: boolean;
}

/** Adds `lab up`. */
export function addUpCommand(program: Command): void {
  program
    .command('up')
    .description(`brings up the lab, stage by stage: ${stageNames.join(', ')}`)
    .addOption(new Option('--from <stage>', 'leave out what comes before').choices([...stageNames]))
    .addOption(new Option('--only <stage>', 'this stage alone').choices([...stageNames]).conflicts('from'))
    .option('--yes', 'replace the cluster without asking, if it differs')
    .option('--probe-image <image>', 'an image with sh and curl, for the stage verify')
    .option('--dry-run', 'say what would be done, and do nothing')
    .option('--json', 'print one JSON document in the end')
    .addHelpText(
      'after',
      examples({
        up: 'everything; again: goes on, or sees that all is as it should be',
        'up --from apply': 'on a cluster that has Istio',
        'up --dry-run': 'what would be done',
      }),
    )
    .action(async ({ dryRun = false, ...options }: UpOptions) => {
      const [{ operate }, { bringUp }, { chosenStages }] = await Promise.all([
        import('./operate'),
        import('./bring-up'),
        import('./stages'),
      ]);
      if (dryRun) {
        const { wouldDo } = await import('./dry-run');
        await operate({ json: false, yes: false }, async (site) => {
          const lines = await wouldDo(site, chosenStages(options, site.lab.settings.target));
          console.log(options.json === true ? JSON.stringify({ wouldDo: lines }, undefined, 2) : lines.join('\n'));
        });
        return;
      }
      await operate(options, (site) => bringUp(site, chosenStages(options, site.lab.settings.target)));
    });
}
