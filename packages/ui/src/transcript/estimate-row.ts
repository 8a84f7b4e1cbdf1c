import { segmentText, type TranscriptItem } from './transcript-item.ts';

const LINE_PX = 20;
/** Row padding, name line, bubble padding and border. */
const TURN_FRAME_PX = 48;
const MARK_PX = 36;
/** As wide as a bubble gets, and the mean width of a letter in it. */
const BUBBLE_SHARE = 0.85;
const MAX_BUBBLE_PX = 600;
const LETTER_PX = 6.7;

/**
 * Height a row is likely to have, so that rows not yet seen take about their place and nothing
 * moves much when they are measured.
 */
export function estimateRowPx(item: TranscriptItem | undefined, widthPx: number): number {
  if (item?.kind !== 'turn' && item?.kind !== 'chat' && item?.kind !== 'coach') return MARK_PX;
  const letters =
    item.kind === 'turn'
      ? item.segments.reduce((sum, segment) => sum + segmentText(segment).length + 1, 0)
      : item.text.length;
  const lettersPerLine = Math.max(10, Math.min(widthPx * BUBBLE_SHARE, MAX_BUBBLE_PX) / LETTER_PX);
  return TURN_FRAME_PX + LINE_PX * Math.max(1, Math.ceil(letters / lettersPerLine));
}
