/**
 * What may be logged of an error. Messages of Postgres can quote values that people typed or said,
 * and what it adds to them quotes rows and statements, so of those only the code is kept.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = codeOf(error);
  if (mayQuoteRows(error)) return { error: error.name, code };
  return { error: error.name, code, message: error.message, stack: error.stack };
}

/**
 * What may be logged of an error from elsewhere, whose message may quote what was asked for: its
 * kind and where it arose.
 */
export function errorPlace(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, code: codeOf(error), stack: frames.join('\n') };
}

/** An error of Postgres, known by what it carries: a process without a database needs no driver. */
function mayQuoteRows(error: Error): boolean {
  return 'severity' in error && 'code' in error;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error ? String(error.code) : undefined;
}
