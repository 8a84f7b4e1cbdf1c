/**
 * Tells an error of ours by its name. A bundler may load this package twice in one process (Next
 * does: for routes, for pages and for what starts with the server), and a class of one bundle knows
 * no error of another, so `instanceof` would miss it.
 */
export function isErrorNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name;
}
