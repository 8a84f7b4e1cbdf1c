/** Runs once when the server starts. Next replaces NEXT_RUNTIME while it bundles. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServer } = await import('./server/start.ts');
    await startServer();
  }
}
