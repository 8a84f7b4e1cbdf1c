/** Something that lasts for a while; `endMs` is null while it does. Milliseconds since the answer. */
export interface Stretch {
  seq: number;
  startMs: number;
  endMs: number | null;
}

/** The stretches with the end of the one that lasts; the same object when none does. */
export function endLasting<T extends Stretch>(
  stretches: readonly T[],
  endMs: number,
): readonly T[] {
  if (stretches.every((stretch) => stretch.endMs !== null)) return stretches;
  return stretches.map((stretch) => (stretch.endMs === null ? { ...stretch, endMs } : stretch));
}
