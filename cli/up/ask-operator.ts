/**
 * Asks a question at the terminal; the answer is no unless it is yes.
 * @throws Error if there is no terminal to ask at
 */
export async function askOperator(question: string, stop: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new Error(`${question}\n  remedy: nobody is there to be asked; say yes beforehand with \`--yes\``);
  }
  const { default: confirm } = await import('@inquirer/confirm');
  return confirm({ message: question, default: false }, { signal: stop });
}
