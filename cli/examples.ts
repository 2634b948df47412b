/**
 * The end of a help: commands to try, each with what it does.
 * @param lines from the words after `lab` to what they do; nothing is said where that is empty
 */
export function examples(lines: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(lines).map((words) => words.length));
  const texts = Object.entries(lines).map(
    ([words, what]) => `  npm run lab -- ${what === '' ? words : `${words.padEnd(width)}   # ${what}`}`,
  );
  return ['', 'Examples:', ...texts].join('\n');
}
