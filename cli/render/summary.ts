import type { Settings } from '../../stacks/settings';
import { bringUpCommands } from '../next-commands';

/** What was rendered, and what to do with it next. */
export function summary(files: readonly string[], settings: Settings): string {
  return [
    `Rendered ${files.length} files:`,
    ...files.map((file) => `  ${file}`),
    '',
    `Next: bring it up (needs ${settings.target === 'kind' ? 'Docker and ' : ''}Terraform or OpenTofu), or read the files.`,
    ...bringUpCommands.map((command) => `  ${command}`),
  ].join('\n');
}
