import type { CheckResult } from './check.types.ts';

/** A check by its title, with what came out. */
export type NamedResult = CheckResult & { title: string };

/** One line about one check. */
export function resultLine({ title, passed, failed, skipped, tookMs }: NamedResult): string {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const sign = failed > 0 ? '✗' : '✔';
  return `${sign} ${title.padEnd(26)} ${counts.join(', ').padEnd(28)} ${(tookMs / 1000).toFixed(1)} s`;
}

/** The last line of `npm test`: plain, and always of the same form. */
export function totalLine(results: readonly CheckResult[]): string {
  const total = (field: 'passed' | 'failed') =>
    results.reduce((sum, result) => sum + result[field], 0);
  return `${total('passed')} passed, ${total('failed')} failed`;
}
