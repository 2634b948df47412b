import { existsSync, readdirSync } from 'node:fs';
import { indexBy } from '../../lib/analysis/inventory/index-by';
import { counted } from '../../lib/canary/format';
import type { Settings } from '../../stacks/settings';
import { bringUpCommands } from '../next-commands';
import { refusedFolder } from './publish';

/** Where more is told of each part of the proof. */
export const furtherCommands = [
  'All tables: npm start -- --details',
  'One of them: npm run lab -- route (or authz, budget, plan, check)',
].join('\n');

/** What there is to do where the proof has failed. */
export const refusal = [
  `Not published: cdktf.out/ and dist/ are as they were, and what was rendered lies in ${refusedFolder}/.`,
  'Next: mend what the proof says is not as it should be, and run `npm start` again.',
].join('\n');

/**
 * What was rendered, and what to do with it next.
 * @param strangers files beside those that were rendered, which `kubectl` reads as well
 */
export function summary(files: readonly string[], strangers: readonly string[], settings: Settings): string {
  return [
    `Rendered ${counted(files.length, 'file')}: ${foldersOf(files)}`,
    ...(strangers.length === 0
      ? []
      : ['Not ours, and `kubectl apply -f dist/` takes them along:', ...strangers.map((file) => `  ${file}`)]),
    '',
    `Next: bring it up (needs ${settings.target === 'kind' ? 'Docker and ' : ''}Terraform or OpenTofu), or read the files.`,
    ...bringUpCommands.map((command) => `  ${command}`),
  ].join('\n');
}

/** `4 in cdktf.out/, 10 in dist/` */
function foldersOf(files: readonly string[]): string {
  const folders = indexBy(files, (file) => file.slice(0, file.indexOf('/') + 1));
  return [...folders].map(([folder, some]) => `${some.length} in ${folder}`).join(', ');
}

/** The files in a folder that `kubectl` reads and nobody rendered; none where `cdk8s synth` has just removed it. */
export function strangersIn(folder: string, files: readonly string[]): string[] {
  return (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => !entry.isDirectory() && /\.(ya?ml|json)$/.test(entry.name))
    .map(({ name }) => `${folder}/${name}`)
    .filter((file) => !files.includes(file));
}
