/** Runs when the server starts. */
export async function register(): Promise<void> {
  // The other runtime has no process that could end.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkSettings } = await import('./server/check-settings');
    checkSettings();
  }
}
