/** Asks who sits at the terminal; nobody there means no. */
export async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return false;
  }
  const { default: confirm } = await import('@inquirer/confirm');
  return await confirm({ message: question, default: false });
}
