import { Command, InvalidArgumentError } from 'commander';
import { isSplit } from '../../lib/model/rules/splits';
import type { Split } from '../../lib/model/traffic';
import { examples } from '../examples';
import type { PromoteOptions, RollbackOptions, TakeOverOptions, WriteOptions } from './options';

const takeOver = 'write over what somebody else changed';
const load = 'make requests (`lab load canary-split`) while there are too few to judge by';
const force = 'also if no pod of the stable release is ready';

/** Adds `lab canary`. */
export function addCanaryCommand(program: Command): void {
  const canary = program
    .command('canary')
    .description('who answers: shift traffic, promote a canary step by step, take it back')
    .addHelpText('after', examples({ 'canary status': '', 'canary set frontend 25': '' }));
  addStatus(canary);
  addSet(canary);
  addPromote(canary);
  addControls(canary);
  addRollback(canary);
}

function addStatus(canary: Command): void {
  canary
    .command('status')
    .description('the share that the file and the cluster give each canary, its promotion, and what the gate says')
    .argument('[service]', 'only this one; all that have a canary, if none is named')
    .option('--json', 'print one JSON document')
    .addHelpText('after', examples({ 'canary status': '', 'canary status frontend': '' }))
    .action(async (service: string | undefined, options: Pick<WriteOptions, 'json'>) => {
      const { canaryStatus } = await import('./status');
      await canaryStatus(service, options);
    });
}

function addSet(canary: Command): void {
  writing(canary.command('set'))
    .description('gives a canary a share; the cluster first, then traffic.yaml')
    .argument('<service>', 'a service that has a canary')
    .argument('<share>', 'whole percent, or `follow` for the lane of the caller', splitIn)
    .option('--take-over', takeOver)
    .addHelpText(
      'after',
      examples({
        'canary set frontend 25': '',
        'canary set frontend 25 --dry-run': 'asks the cluster, and writes nothing',
      }),
    )
    .action(async (service: string, split: Split, options: TakeOverOptions) => {
      const { setShare } = await import('./set');
      await setShare(service, split, options);
    });
}

function addPromote(canary: Command): void {
  writing(canary.command('promote'))
    .description('gives a canary more and more, as long as the gate says PASS; continues what was interrupted')
    .argument('<service>', 'a service that has a canary')
    .option('--take-over', `${takeOver}: begin with the share that the cluster has, though the file says another`)
    .option('--load', load)
    .addHelpText(
      'after',
      examples({ 'canary promote frontend': '', 'canary promote frontend --load': 'makes the requests to judge by' }),
    )
    .action(async (service: string, options: PromoteOptions) => {
      const { promote } = await import('./promote');
      await promote(service, options);
    });
}

function addControls(canary: Command): void {
  writing(canary.command('pause'))
    .description('keeps a promotion where it is; a canary that fails is rolled back all the same')
    .argument('<service>', 'a service that has a canary')
    .addHelpText('after', examples({ 'canary pause frontend': '' }))
    .action(async (service: string, options: WriteOptions) => {
      const { pausePromotion } = await import('./pause');
      await pausePromotion(service, options);
    });
  writing(canary.command('resume'))
    .description('lets a paused promotion go on, and runs it if nobody does')
    .argument('<service>', 'a service that has a canary')
    .option('--take-over', takeOver)
    .option('--load', load)
    .addHelpText('after', examples({ 'canary resume frontend': '' }))
    .action(async (service: string, options: PromoteOptions) => {
      const { resumePromotion } = await import('./promote');
      await resumePromotion(service, options);
    });
}

function addRollback(canary: Command): void {
  writing(canary.command('abort'))
    .description('ends a promotion, and gives everything back to the stable release')
    .argument('<service>', 'a service that has a canary')
    .option('--force', force)
    .addHelpText('after', examples({ 'canary abort frontend': '' }))
    .action(async (service: string, options: RollbackOptions) => {
      const { abort } = await import('./rollback');
      await abort(service, options);
    });
  writing(canary.command('rollback'))
    .description('gives everything back to the stable releases, from whatever state; one write for each route')
    .argument('[service]', 'only this one, and who leads a lane to it')
    .option('--force', force)
    .addHelpText(
      'after',
      examples({
        'canary rollback': 'all canaries',
        'canary rollback frontend': 'this one, and who leads a lane to it',
      }),
    )
    .action(async (service: string | undefined, options: RollbackOptions) => {
      const { rollback } = await import('./rollback');
      await rollback(service, options);
    });
}

function writing(command: Command): Command {
  return command
    .option('--json', 'print one JSON document')
    .option('--dry-run', 'say what would be done, and do nothing');
}

function splitIn(text: string): Split {
  const value = /^\d{1,3}%?$/.test(text) ? parseInt(text, 10) : text;
  if (!isSplit(value)) {
    throw new InvalidArgumentError('A share is a whole number from 0 to 100, or the word `follow`.');
  }
  return value;
}
