import { Command, Help } from 'commander';

/** The page of all commands, as each says it of itself with `--help`. */
export function commandsPage(program: Command): string {
  return [introduction, ...leavesOf(program).map(section)].join('\n');
}

const introduction = `# Commands

\`lab\` stands for \`npm run lab --\`. Every command has \`--help\`, with examples; those that write have \`--dry-run\`. With
\`--json\` a command prints one document and nothing else, if npm is told to be quiet: \`npm run lab --silent -- ...\`.

They end with

- 0 if all is well,
- 1 if something is not: a finding, a verdict, a difference, an error; \`--debug\` shows where it comes from,
- 2 for wrong use, or a mistake in the files.
`;

/** `help` and `--help` are the same everywhere. */
const help = new Help();

function leavesOf(command: Command): Command[] {
  const inner = command.commands;
  return inner.length === 0 ? [command] : inner.flatMap(leavesOf);
}

function section(command: Command): string {
  const words = help.visibleArguments(command).map((one) => item(one.name(), help.argumentDescription(one)));
  const options = help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((one) => item(help.optionTerm(one), help.optionDescription(one)));
  const usage = help.commandUsage(command).replace(/ \[options\]/g, '');
  return [`## ${pathOf(command)}`, '', `\`${usage}\`: ${command.description()}.`, '', ...words, ...options, ''].join(
    '\n',
  );
}

function item(term: string, description: string): string {
  return `- \`${term}\`: ${description}`;
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
