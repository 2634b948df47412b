import { basename, join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import { pages, root, textOf } from './project-files';

expect.extend({ toMatchFile });

const decisions = pages().filter((page) => /^docs\/decisions\/\d/.test(page));

/** A line for each decision: its number, and what it says of itself. */
function decisionsPage(): string {
  const lines = decisions.map((page) => {
    const name = basename(page);
    const title = /^# (.*)$/m.exec(textOf(page))?.[1] ?? '';
    return `- [${name.slice(0, 4)}](${name}): ${title}`;
  });
  return ['# Decisions', '', 'What was decided, why, and what it costs.', '', ...lines.sort(), ''].join('\n');
}

describe('docs/decisions/README.md', () => {
  it('has every decision by its title: `npm test -- test/readme -u` writes it', () => {
    expect(decisionsPage()).toMatchFile(join(root, 'docs', 'decisions', 'README.md'));
  });

  it('has no number twice', () => {
    const numbers = decisions.map((page) => basename(page).slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });
});
