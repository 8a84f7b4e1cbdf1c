import { isBackchannel } from '@agent/calls';
import type { Said } from './conversation.ts';
import { type Spoken, spokenOf, spokenText } from './words/spoken.ts';
import { joinTokens, type Token } from './words/tokens.ts';

/** What somebody is saying: their last segments that belong together. */
export interface TurnToMatch {
  spoken: Spoken;
  /** Where the newest segment begins among the tokens. */
  newestFrom: number;
  /** What the other side had said right before the turn; empty when the turn opens the talk. */
  answered: readonly Token[];
}

const MAX_SEGMENTS = 4;
/** Longer turns are looked at from their end. */
const MAX_TOKENS = 160;
/** A silence longer than this ends a turn. */
const MAX_PAUSE_MS = 15_000;

/** The turn that the newest segment belongs to. */
export function currentTurn(said: readonly [Said, ...Said[]]): TurnToMatch {
  const segments = turnSegments(said);
  const parts = segments.map(({ text }) => spokenText(text).tokens);
  const newest = parts.at(-1) ?? [];
  const tokens = joinTokens(parts).slice(-MAX_TOKENS);
  return {
    spoken: spokenOf(tokens),
    newestFrom: Math.max(0, tokens.length - newest.length),
    answered: answeredBy(segments, said),
  };
}

function answeredBy([first]: readonly Said[], said: readonly Said[]): readonly Token[] {
  const before = first && said[said.indexOf(first) - 1];
  return before && before.speaker !== first.speaker ? spokenText(before.text).tokens : [];
}

/**
 * The segments of the turn that the newest one belongs to, oldest first. A listener's "okay, I see"
 * does not end it.
 */
function turnSegments(said: readonly [Said, ...Said[]]): Said[] {
  const newest = said.at(-1) as Said;
  const turn = [newest];
  let later = newest;
  for (let index = said.length - 2; index >= 0 && turn.length < MAX_SEGMENTS; index -= 1) {
    const segment = said[index] as Said;
    if (later.endMs - segment.endMs > MAX_PAUSE_MS) break;
    if (segment.speaker === newest.speaker) turn.unshift(segment);
    else if (!isBackchannel(segment.text)) break;
    later = segment;
  }
  return turn;
}
