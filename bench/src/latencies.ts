import type { Side } from '@agent/protocol';
import type { ScriptTurn } from '@agent/testing/script';
import { type ObservedCall, sides } from './observed-call.ts';
import { lastWordOf, type SpokenWord, shownWords, spokenWords } from './spoken-words.ts';
import { type TurnText, textOf, turnTexts } from './turn-texts.ts';

/** Every latency measured on one call, in ms, both listeners together. */
export interface Latencies {
  interimWordLagMs: number[];
  onsetToFirstInterimMs: number[];
  /** By who spoke. */
  finalLagMs: Record<Side, number[]>;
}

/** A word cannot have been heard before its sound; what shows it earlier is another word. */
const EARLIEST_BEFORE_ONSET_MS = 150;

/** Measures the latencies of one call. Definitions: bench/README.md. */
export function latencies(call: ObservedCall): Latencies {
  const found: Latencies = {
    interimWordLagMs: [],
    onsetToFirstInterimMs: [],
    finalLagMs: { customer: [], agent: [] },
  };
  for (const listener of sides) {
    const texts = turnTexts(call, listener);
    call.script.turns.forEach((turn, turnIndex) => {
      const ofTurn = texts.filter((text) => text.turnIndex === turnIndex);
      const spoken = spokenWords(turn);
      found.interimWordLagMs.push(...wordLags(spoken, ofTurn));
      found.onsetToFirstInterimMs.push(...firstTextLag(turn, ofTurn));
      found.finalLagMs[turn.speaker].push(...finalLags(turn, spoken, ofTurn));
    });
  }
  return found;
}

function wordLags(spoken: readonly SpokenWord[], texts: readonly TurnText[]): number[] {
  const lags = new Map<number, number>();
  for (const { atMs, segments } of texts) {
    for (const index of shownWords(spoken, textOf(segments))) {
      const word = spoken[index];
      if (!word || lags.has(index) || atMs < word.startMs - EARLIEST_BEFORE_ONSET_MS) continue;
      lags.set(index, atMs - word.endMs);
    }
  }
  return [...lags.values()];
}

function firstTextLag(turn: ScriptTurn, texts: readonly TurnText[]): number[] {
  const first = texts.find(({ segments }) => textOf(segments) !== '');
  return first ? [first.atMs - turn.startMs] : [];
}

/** From the end of the last sound of each final segment: of the turn, where the turn ends with it. */
function finalLags(
  turn: ScriptTurn,
  spoken: readonly SpokenWord[],
  texts: readonly TurnText[],
): number[] {
  const last = texts.at(-1)?.segments ?? [];
  return texts
    .filter(({ changed }) => changed.isFinal)
    .map(({ changed, atMs }) => {
      const isLast = last.at(-1)?.segmentId === changed.segmentId;
      const word = spoken[lastWordOf(spoken, last, changed.segmentId) ?? -1];
      const isEnd = isLast || (word !== undefined && word === spoken.at(-1));
      return atMs - (isEnd ? turn.endMs : (word ?? changed).endMs);
    });
}
