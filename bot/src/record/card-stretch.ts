import type { Speaker } from '@agent/protocol';
import type { RedactedFinal } from '../redact/redaction.ts';

/** What a final says of a card. */
export type SaidOfCard = Pick<RedactedFinal, 'text' | 'masked' | 'isOfCard' | 'hasNumbers'>;

/** Follows how far the saying of a card number has come. */
export interface CardStretch {
  /** Takes note of a final; tells whether it is to be silent though no number was found in it. */
  isSilent(speaker: Speaker, said: SaidOfCard): boolean;
}

/**
 * - `asked`: a card's numbers are what comes next
 * - `given`: some were said
 * - `over`: the agent has gone on to something else
 */
type Phase = 'none' | 'asked' | 'given' | 'over';

/** So many words without a number are a sentence of its own, not a number that was misheard. */
const PLAIN_WORDS = 5;

/**
 * Starts without a card. From the question for a number until the agent goes on, each word of the
 * customer may be a misheard digit ("free nero" for "three zero"), and so may the few of an agent or a supervisor.
 */
export function createCardStretch(isCardTalk: () => boolean): CardStretch {
  let phase: Phase = 'none';

  return {
    isSilent(speaker, { text, masked, isOfCard, hasNumbers }) {
      const before = phase;
      if (masked !== 'none') phase = 'given';
      else if (isOfCard) phase = before === 'given' ? 'given' : 'asked';
      else if (!isCardTalk()) phase = 'none';
      if (before !== 'asked' && before !== 'given') return false;
      if (speaker === 'customer') return true;
      const words = text.match(/[\p{L}'’]+/gu)?.length ?? 0;
      if (hasNumbers || words < PLAIN_WORDS) return true;
      if (before === 'given' && masked === 'none' && !isOfCard) phase = 'over';
      return false;
    },
  };
}
