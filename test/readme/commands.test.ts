import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { labProgram } from '../../cli/program';
import { commandsPage } from './commands-page';
import { root } from './project-files';

expect.extend({ toMatchFile });

describe('docs/reference/commands.md', () => {
  it('says what the commands say of themselves: `npm test -- -u` writes it', () => {
    expect(commandsPage(labProgram())).toMatchFile(join(root, 'docs', 'reference', 'commands.md'));
  });
});
