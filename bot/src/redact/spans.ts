/** What stands for a card number in everything that is written or sent. */
export const CARD_NUMBER_MASK = '[card number]';

/** A piece of a text, in UTF-16 units; `end` is after it. */
export interface Span {
  start: number;
  end: number;
}

/** Puts the mask in the place of each span; spans with only spaces and signs between become one. */
export function withSpansMasked(text: string, spans: readonly Span[]): string {
  let masked = '';
  let writtenTo = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const between = text.slice(writtenTo, start);
    const goesOn = masked !== '' && !/[\p{L}\p{N}]/u.test(between);
    if (!goesOn) masked += between + CARD_NUMBER_MASK;
    writtenTo = Math.max(writtenTo, end);
  }
  return masked + text.slice(writtenTo);
}
