import type { Speaker } from '@agent/protocol';
import { cardCues } from './card-cues.ts';

/** What of a call's talk bears on whether the next number belongs to a card. */
export interface CardTalk {
  /** For how many final segments, this one included, a card is talked of; 0: it is not. */
  openFor: number;
  /** Digits that each speaker's last segment ended with; '' when something else came after. */
  unfinished: Readonly<Record<Speaker, string>>;
}

/** Talk of a card is over after so many segments without a number or another mention of it. */
const OPEN_SEGMENTS = 8;

export const noCardTalk: CardTalk = Object.freeze({
  openFor: 0,
  unfinished: Object.freeze({ customer: '', agent: '' }),
});

/** The talk while a card is its topic. */
export function opened(talk: CardTalk): CardTalk {
  return { ...talk, openFor: OPEN_SEGMENTS + 1 };
}

/** The talk after the cues of a text up to a place. */
export function afterCues(talk: CardTalk, text: string, from: number, to: number): CardTalk {
  const cue = cardCues(text)
    .filter(({ at }) => at > from && at <= to)
    .at(-1);
  if (!cue) return talk;
  return cue.kind === 'opens' ? opened(talk) : { ...talk, openFor: 0 };
}
