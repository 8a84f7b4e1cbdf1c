/** Compares two elements of an ordered list: negative when the first comes before the second. */
export type Order<T> = (a: T, b: T) => number;

/**
 * A copy of an ordered list with one more element, after its equals. Quick at the end, where new
 * elements usually belong.
 */
export function insertOrdered<T>(list: readonly T[], element: T, order: Order<T>): readonly T[] {
  let index = list.length;
  for (; index > 0; index--) {
    const before = list[index - 1];
    if (before === undefined || order(before, element) <= 0) break;
  }
  return list.toSpliced(index, 0, element);
}

/** Order by start, then by place in the log. */
export function byStart(
  a: { startMs: number; seq: number },
  b: { startMs: number; seq: number },
): number {
  return a.startMs - b.startMs || a.seq - b.seq;
}
