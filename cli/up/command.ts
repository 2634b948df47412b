import { type Command, Option } from 'commander';
import { examples } from '../examples';
import type { OperateOptions } from './operate';
import { type StageChoice, stageNames } from './stages';
import { print } from '../print';

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
    .option('--gateway <address>', 'where the gateway listens, for the stage verify (default: 127.0.0.1 for kind)')
    .option('--dry-run', 'say what would be done, and do nothing')
    .option('--json', 'print one JSON document in the end')
    .addHelpText(
      'after',
      examples({
        up: 'everything; again: goes on, or sees that all is as it should be',
        'up --from apply --gateway 192.0.2.7': 'on a cluster that has Istio',
        'up --dry-run': 'what would be done',
      }),
    )
    .action(async ({ dryRun = false, ...options }: UpOptions) => {
      const [{ operate }, { bringUp }, { agreedStages }] = await Promise.all([
        import('./operate'),
        import('./bring-up'),
        import('./agreed-stages'),
      ]);
      if (dryRun) {
        const { wouldDo } = await import('./dry-run');
        await operate({ json: false, yes: false }, async (site) => {
          const { lines, exitCode } = await wouldDo(site, agreedStages(options, site.lab.settings, options.gateway));
          print(options.json === true ? JSON.stringify({ wouldDo: lines }, undefined, 2) : lines.join('\n'));
          process.exitCode = exitCode;
        });
        return;
      }
      await operate(options, (site) => bringUp(site, agreedStages(options, site.lab.settings, options.gateway)));
    });
}
