import type { CallEventData, WrapUpLine } from '@agent/protocol';

/** How many lines of a draft were kept, edited and removed; undefined where none was shown. */
export function countFates(
  lines: readonly Pick<WrapUpLine, 'fate'>[],
): CallEventData<'call.wrapped-up'>['draft'] {
  if (lines.length === 0) return undefined;
  const counts = { kept: 0, edited: 0, removed: 0 };
  for (const { fate } of lines) counts[fate] += 1;
  return counts;
}
