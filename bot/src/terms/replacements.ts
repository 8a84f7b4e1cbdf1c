import type { CallEventData } from '@agent/protocol';

/** What is to stand in the place of a piece of a text; `end` is after it. */
export interface Replacement {
  start: number;
  end: number;
  to: string;
}

/** What was heard, what stands there now, and where. */
export type Correction = NonNullable<CallEventData<'segment.final'>['corrections']>[number];

/** A text with terms restored. */
export interface RestoredText {
  text: string;
  corrections: Correction[];
}

/** Puts replacements that do not overlap into a text. */
export function withReplacements(
  heard: string,
  replacements: readonly Replacement[],
): RestoredText {
  let text = '';
  let from = 0;
  const corrections: Correction[] = [];
  for (const { start, end, to } of replacements.toSorted((a, b) => a.start - b.start)) {
    text += heard.slice(from, start);
    corrections.push({ from: heard.slice(start, end), to, at: text.length });
    text += to;
    from = end;
  }
  return { text: text + heard.slice(from), corrections };
}
