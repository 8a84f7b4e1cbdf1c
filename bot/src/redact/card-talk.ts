import type { Speaker } from '@agent/protocol';
import { asksForOther } from './asks-for-other.ts';
import { type CardCue, cardCues } from './card-cues.ts';

/** What of a call's talk bears on whether the next number belongs to a card. */
export interface CardTalk {
  /** For how many final segments, this one included, a card's numbers are talked of; 0: they are not. */
  openFor: number;
  /** The same for a card that was named, or whose numbers were: a long number may be its. */
  inMindFor: number;
  /** Digits that each speaker's last segment ended with; '' when something else came after. */
  unfinished: Readonly<Record<Speaker, string>>;
  /** In how many segments of each speaker, the last one included, these digits were said. */
  unfinishedSegments: Readonly<Record<Speaker, number>>;
}

/** Talk of a card is over after so many segments without a number or another mention of it. */
const OPEN_SEGMENTS = 8;

export const noCardTalk: CardTalk = Object.freeze({
  openFor: 0,
  inMindFor: 0,
  unfinished: Object.freeze({ customer: '', agent: '', supervisor: '' }),
  unfinishedSegments: Object.freeze({ customer: 0, agent: 0, supervisor: 0 }),
});

/** The talk while a card's numbers are its topic. */
export function opened(talk: CardTalk): CardTalk {
  return { ...talk, openFor: OPEN_SEGMENTS + 1, inMindFor: OPEN_SEGMENTS + 1 };
}

/** Whether what was said last made a card's numbers the topic, or named them again. */
export function isJustOpened(talk: CardTalk): boolean {
  return talk.openFor === OPEN_SEGMENTS + 1;
}

/** The talk one segment later. */
export function inNextSegment(talk: CardTalk): CardTalk {
  const { openFor, inMindFor } = talk;
  return { ...talk, openFor: Math.max(0, openFor - 1), inMindFor: Math.max(0, inMindFor - 1) };
}

/** The talk after the cues of a text up to a place. */
export function afterCues(talk: CardTalk, text: string, from: number, to: number): CardTalk {
  return cardCues(text)
    .filter(({ at }) => at > from && at <= to)
    .reduce(afterCue, talk);
}

/**
 * The talk after all that somebody said in a segment. The question of an agent or a supervisor for another
 * number turns it away from the card's; a customer who asks something may still be reading it.
 */
export function afterQuestion(talk: CardTalk, speaker: Speaker, text: string): CardTalk {
  return speaker !== 'customer' && asksForOther(text) ? { ...talk, openFor: 0 } : talk;
}

function afterCue(talk: CardTalk, { kind }: CardCue): CardTalk {
  switch (kind) {
    case 'opens':
      return opened(talk);
    case 'names':
      return talk.openFor > 0 ? opened(talk) : { ...talk, inMindFor: OPEN_SEGMENTS + 1 };
    case 'goes-on':
      return talk.inMindFor > 0 ? opened(talk) : talk;
    case 'closes':
      return { ...talk, openFor: 0, inMindFor: 0 };
    default:
      return kind satisfies never;
  }
}
