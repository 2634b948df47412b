import type { Command } from 'commander';
import { labProgram } from '../../cli/program';
import { version } from '../../package.json';

const start = '  npm run lab -- ';

/** A command and all below it, by the words that call it. */
function below(command: Command, words: readonly string[] = []): [string, Command][] {
  return [
    [['lab', ...words].join(' '), command],
    ...command.commands.flatMap((one) => below(one, [...words, one.name()])),
  ];
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => void (text += part) }).outputHelp();
  return text;
}

function examplesOf(command: Command): string[] {
  const [, after = ''] = helpOf(command).split('\nExamples:\n');
  return after.trimEnd().split('\n');
}

/** The words that the shell would make of an example. */
function wordsOf(example: string): string[] {
  const [words = ''] = example.slice(start.length).split(/\s+# /);
  return [...words.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
}

/** The command that words call, when none of them does anything. */
async function calledBy(words: readonly string[]): Promise<string> {
  const program = labProgram();
  let called = '';
  for (const [name, command] of below(program).filter(([, { commands }]) => commands.length === 0)) {
    command.action(() => {
      called = name;
    });
  }
  await program.parseAsync(words, { from: 'user' });
  return called;
}

const commands = below(labProgram());

it('knows every command', () => {
  const names = commands.map(([name]) => name.split(' ').slice(1).join(' '));
  expect(names.join(', ')).toBe(
    ', check, route, authz, plan, budget, graph, load, open, doctor, up, down, status, canary, canary status, canary set, ' +
      'canary promote, canary pause, canary resume, canary abort, canary rollback, verify, drill',
  );
});

describe.each(commands)('the help of %s', (name, command) => {
  it('says what it does', () => {
    expect(command.description()).not.toBe('');
  });

  it('describes each argument and option', () => {
    const parts = command.registeredArguments.map((one) => ({ name: one.name(), description: one.description }));
    const options = command.options.map(({ long, description }) => ({ name: long, description }));
    expect([...parts, ...options].filter(({ description }) => description === '')).toEqual([]);
  });

  it('ends with examples of one form', () => {
    const lines = examplesOf(command);
    expect(lines.filter((line) => !line.startsWith(start) || line.includes('\t'))).toEqual([]);
  });

  it('shows examples that call it, or a command of it', async () => {
    for (const line of examplesOf(command)) {
      const called = await calledBy(wordsOf(line));
      expect([line, called.slice(0, name.length)]).toEqual([line, name]);
    }
  });
});

const writers =
  'up, down, drill, canary set, canary promote, canary pause, canary resume, canary abort, canary rollback';

it.each(writers.split(', '))('has a dry run of %s, which writes', (name) => {
  const [, command] = commands.find(([words]) => words === `lab ${name}`) ?? [];
  expect(command?.options.map(({ long }) => long)).toContain('--dry-run');
});

describe('lab --version', () => {
  it('is that of the package', () => {
    expect(labProgram().version()).toBe(version);
  });
});
