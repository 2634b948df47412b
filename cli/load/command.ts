import { Argument, type Command, Option } from 'commander';
import { examples } from '../examples';
import { type LoadProfileName, loadProfiles } from '../../lib/load/profile';
import type { LoadOptions } from './load-test';

/** Adds `lab load`. */
export function addLoadCommand(program: Command): void {
  program
    .command('load')
    .description(
      'sends requests through the gateway; fails if answers are errors, slow, or not of the release they should',
    )
    .addArgument(
      new Argument('[profile]', 'how much, and for how long').choices(Object.keys(loadProfiles)).default('smoke'),
    )
    .option('--gateway <url>', 'where the gateway listens, by IP address (default: https on 127.0.0.1)')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--job', 'print a Job that does it inside the cluster').conflicts(['gateway', 'json']))
    .addHelpText(
      'after',
      examples({
        load: '5 users for 20 seconds',
        'load canary-split': '50 users for 2 minutes: who gets how much?',
        'load smoke --gateway https://192.0.2.7': 'on a cluster that is not of kind',
      }),
    )
    .action(async (profile: LoadProfileName, options: LoadOptions) => {
      const { loadTest } = await import('./load-test');
      await loadTest(profile, options);
    });
}
