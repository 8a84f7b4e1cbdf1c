import type { SegmentId, Speaker } from '@agent/protocol';
import type { CallState, FinalSegment } from '../call-state.ts';
import { plainWords } from './cue.ts';

/** A sentence of a final segment, word for word. */
export interface Sentence {
  /** Names it within its call. */
  id: string;
  /** Counts the sentences of the call. */
  index: number;
  segmentId: SegmentId;
  speaker: Speaker;
  /** Start of its segment, in milliseconds since the call was answered. */
  atMs: number;
  text: string;
  /** As cues read it. */
  plain: string;
}

/** A quote is to be read at a glance. */
export const MAX_QUOTE_LENGTH = 220;
/** Without an end mark for so long, somebody talks on and on. */
const MAX_SENTENCES_OF_SEGMENT = 40;

/** What was said, sentence by sentence, in the order in which it was said. */
export function sentencesOf({ segments }: Pick<CallState, 'segments'>): Sentence[] {
  return segments.flatMap(sentencesOfSegment).map((sentence, index) => ({ ...sentence, index }));
}

function sentencesOfSegment({
  id,
  speaker,
  startMs,
  text,
}: FinalSegment): Omit<Sentence, 'index'>[] {
  return text
    .split(/(?<=[.!?…])\s+/u, MAX_SENTENCES_OF_SEGMENT)
    .map((sentence) => quoteOf(sentence.trim()))
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence, place) => ({
      id: `${id}:${place}`,
      segmentId: id,
      speaker,
      atMs: startMs,
      text: sentence,
      plain: plainWords(sentence),
    }));
}

/** As much of a sentence as may be quoted: whole words from its start. */
function quoteOf(sentence: string): string {
  if (sentence.length <= MAX_QUOTE_LENGTH) return sentence;
  const cut = sentence.slice(0, MAX_QUOTE_LENGTH);
  const lastSpace = cut.lastIndexOf(' ');
  return lastSpace > 0 ? cut.slice(0, lastSpace) : withoutHalf(cut);
}

/** A character of two units is not cut in half. */
function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
