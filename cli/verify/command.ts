import type { Command } from 'commander';
import { examples } from '../examples';
import { defaultProbeImage } from '../../lib/versions';
import type { VerifyOptions } from './options';

const manners = `
For each caller a pod is made with its namespace, labels and account. It is never ready, so it gets no traffic, and it is
removed on every exit. Users are not disturbed: nothing is changed, and no limit is provoked.
`;

/** Adds `lab verify`. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('reality against proof: asks a live cluster for everything that the analysis says of the files')
    .argument('[paths...]', 'files and folders of Kubernetes YAML that are applied there (default: dist)')
    .option('--quick', 'the entrance, each declared call, one refusal of each layer, and pins')
    .option('--all', 'show what holds as well')
    .option('--json', 'print one JSON document')
    .option('--report <folder>', 'write verify.md and verify.json')
    .option('--gateway <address>', 'where the gateway listens (default: 127.0.0.1 for kind)')
    .option('--probe-image <image>', 'an image with sh and curl', defaultProbeImage)
    .addHelpText(
      'after',
      `${manners}${examples({
        verify: 'every cell, every row; one to two minutes',
        'verify --quick': 'less than half of one',
        'verify --report reports/today': 'writes verify.md and verify.json',
        'verify --probe-image registry.example.com/team/curl:8': 'where images come from elsewhere',
      })}`,
    )
    .action(async (paths: string[], options: VerifyOptions) => {
      const { verify } = await import('./verify');
      await verify(paths, options);
    });
}
