import type { Settings } from '../stacks/settings';
import { bringUpCommands } from './commands';

/** What was rendered, and what to do with it next. */
export function summary(files: readonly string[], settings: Settings): string {
  return [
    `Rendered ${files.length} files:`,
    ...files.map((file) => `  ${file}`),
    '',
    `Next: bring it up (needs ${settings.target === 'kind' ? 'Docker, ' : ''}Terraform and kubectl), or read the files.`,
    ...bringUpCommands(settings).map((command) => `  ${command}`),
  ].join('\n');
}
