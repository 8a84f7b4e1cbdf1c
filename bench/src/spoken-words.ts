import type { SegmentId } from '@agent/protocol';
import { normalise, normaliseWords } from '@agent/testing/normalise';
import type { ScriptTurn } from '@agent/testing/script';
import { alignWords } from '@agent/testing/word-errors';
import { type SegmentText, textOf } from './turn-texts.ts';

/** One normalised word of a turn and where its sound lies in the recording. */
export interface SpokenWord {
  word: string;
  startMs: number;
  endMs: number;
}

/** The words of a turn as they were heard, normalised, with their times. */
export function spokenWords(turn: ScriptTurn): SpokenWord[] {
  let length = 0;
  const places = turn.heardWords.map((heard) => {
    const from = length;
    length += heard.word.length + 1;
    return { ...heard, from, to: length - 1 };
  });
  const text = turn.heardWords.map(({ word }) => word).join(' ');
  return normalise(text).map(({ word, from, to }) => {
    const covered = places.filter((place) => place.from < to && place.to > from);
    return {
      word,
      startMs: covered.at(0)?.startMs ?? turn.startMs,
      endMs: covered.at(-1)?.endMs ?? turn.endMs,
    };
  });
}

/** Indexes of the spoken words that a text so far shows. */
export function shownWords(spoken: readonly SpokenWord[], text: string): number[] {
  const reference = spoken.map(({ word }) => word);
  return alignWords(reference, normaliseWords(text), { openEnd: true }).flatMap((pair) =>
    pair.equal && pair.referenceIndex !== null ? pair.referenceIndex : [],
  );
}

/** Index of the last spoken word that belongs to one segment of a turn; undefined when none does. */
export function lastWordOf(
  spoken: readonly SpokenWord[],
  segments: readonly SegmentText[],
  segmentId: SegmentId,
): number | undefined {
  const place = segments.findIndex((segment) => segment.segmentId === segmentId);
  const before = normaliseWords(textOf(segments.slice(0, place))).length;
  const until = normaliseWords(textOf(segments.slice(0, place + 1)));
  const reference = spoken.map(({ word }) => word);
  return (
    alignWords(reference, until, { openEnd: true })
      .filter(
        (pair) => pair.equal && pair.hypothesisIndex !== null && pair.hypothesisIndex >= before,
      )
      .at(-1)?.referenceIndex ?? undefined
  );
}
