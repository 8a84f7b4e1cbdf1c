import { diffLines } from 'diff';

/** A line of one text or of both. */
export interface DifferenceLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Lines around a change that are shown with it. */
const AROUND = 2;

/** The lines that differ between two texts, with some around; null stands for lines left out. */
export function textDifference(before: string, after: string): (DifferenceLine | null)[] {
  const lines = diffLines(before, after).flatMap(({ value, added, removed }): DifferenceLine[] => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }));
  });
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same');
  return lines.flatMap((line, at) => {
    if (isNear(at)) return [line];
    return at === 0 || isNear(at - 1) ? [null] : [];
  });
}
