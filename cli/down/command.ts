import type { Command } from 'commander';
import { examples } from '../examples';
import type { OperateOptions } from '../up/operate';
import { contextOf } from '../../stacks/settings';
import { print } from '../print';

interface DownOptions extends OperateOptions {
  readonly dryRun?: boolean;
}

/** Adds `lab down`. */
export function addDownCommand(program: Command): void {
  program
    .command('down')
    .description('removes the lab: the Kind cluster, or all that was put into an existing one')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'say what would be removed, and do nothing')
    .option('--json', 'print one JSON document in the end')
    .addHelpText(
      'after',
      examples({ 'down --dry-run': 'what would be removed', 'down --yes': 'also after `kind delete cluster`' }),
    )
    .action(async ({ dryRun = false, ...options }: DownOptions) => {
      const { operate } = await import('../up/operate');
      if (dryRun) {
        const { wouldTakeDown } = await import('./dry-run');
        await operate({}, async (site) => {
          const lines = await wouldTakeDown(site);
          print(options.json === true ? JSON.stringify({ wouldDo: lines }, undefined, 2) : lines.join('\n'));
        });
        return;
      }
      const { takeDown } = await import('./take-down');
      await operate(options, async (site) => {
        const { cluster, target } = site.lab.settings;
        const what =
          target === 'kind'
            ? `The Kind cluster ${cluster.name} is DELETED`
            : `The lab is DELETED from the cluster of context ${contextOf(site.lab.settings)}`;
        if (!(await site.confirm(`${what} with all that is in it. Go on?`))) {
          throw new Error('nothing was removed');
        }
        await takeDown(site);
      });
    });
}
