/** So many calls that changed most are shown. */
export const MOST_CHANGED = 10;

/**
 * Those that changed most, half of them each way; where one way has fewer, the other way has more. The largest
 * rise comes first, the largest fall last. What did not change is not among them.
 */
export function mostChanged<Call extends { change: number }>(
  calls: readonly Call[],
  most = MOST_CHANGED,
): Call[] {
  const sorted = calls.filter(({ change }) => change !== 0).toSorted((a, b) => b.change - a.change);
  const risen = sorted.filter(({ change }) => change > 0);
  const fallen = sorted.filter(({ change }) => change < 0);
  const half = Math.ceil(most / 2);
  const up = Math.min(risen.length, Math.max(half, most - fallen.length));
  const down = Math.min(fallen.length, most - up);
  return [...risen.slice(0, up), ...fallen.slice(fallen.length - down)];
}
