import type { Command } from 'commander';
import { examples } from '../examples';
import type { StatusOptions } from './watch';

/** Adds `lab status`. */
export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description('services, releases, ready pods, shares, success and latency; ends with 1 if files and cluster differ')
    .option('--watch', 'look again every five seconds')
    .option('--json', 'print one JSON document; with --watch one for each look')
    .addHelpText('after', examples({ 'status --watch': 'the view to keep open', 'status --json': '' }))
    .action(async (options: StatusOptions) => {
      const { showStatus } = await import('./watch');
      await showStatus(options);
    });
}
