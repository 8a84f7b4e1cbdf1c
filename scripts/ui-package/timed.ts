/** Prints a line that `npm test` shows also when it keeps the rest of the output to itself. */
export function printFigure(text: string): void {
  process.stdout.write(`▸ ${text}\n`);
}

/** Runs a part of a check and prints how long it took. */
export async function timed<T>(part: string, run: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const result = await run();
  printFigure(`${part}: ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return result;
}
