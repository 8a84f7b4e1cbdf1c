/** How a customer sounded from the start of a call to its end, in a word. */
export type SentimentCourse =
  | 'unknown'
  | 'upset-throughout'
  | 'ends-upset'
  | 'calms-down'
  | 'calm-throughout'
  | 'ends-calm'
  | 'turns-around'
  | 'ends-pleased'
  | 'pleased-throughout';

/** Beyond this on either side a score has a direction, as in the labels of segments. */
const DIRECTION = 0.3;

/** Which way a score points. */
export type SentimentTone = 'negative' | 'neutral' | 'positive';

/** The tone of a score of −1…1; undefined for none. */
export function toneOf(score: number | null): SentimentTone | undefined {
  if (score === null) return undefined;
  if (score < -DIRECTION) return 'negative';
  return score > DIRECTION ? 'positive' : 'neutral';
}

/** Puts a start and an end of −1…1 into a word; either may be unknown. */
export function sentimentCourse(start: number | null, end: number | null): SentimentCourse {
  const before = toneOf(start);
  const after = toneOf(end);
  switch (after) {
    case undefined:
      return 'unknown';
    case 'negative':
      return before === 'negative' ? 'upset-throughout' : 'ends-upset';
    case 'neutral':
      if (before === 'negative') return 'calms-down';
      return before === 'neutral' ? 'calm-throughout' : 'ends-calm';
    case 'positive':
      if (before === 'negative') return 'turns-around';
      return before === 'positive' ? 'pleased-throughout' : 'ends-pleased';
    default:
      return after satisfies never;
  }
}
