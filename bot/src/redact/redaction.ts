import type { Speaker } from '@agent/protocol';
import { isJustOpened, noCardTalk } from './card-talk.ts';
import { hideGrowingNumbers, hideNumbers } from './hidden-numbers.ts';
import { type Masked, redactText } from './redact-text.ts';

/** A final text without card numbers, and where in the talk they were. */
export interface RedactedFinal {
  text: string;
  masked: Masked;
  /** Whether any number was said, of a card or not. */
  hasNumbers: boolean;
  /** Whether it made a card's numbers the topic, or named them again. */
  isOfCard: boolean;
  /** In how many segments of its speaker before this one the first number of it was begun. */
  begunSegments: number;
  /** In how many of its last segments each speaker said digits that may be the beginning of a number. */
  unfinishedSegments: Readonly<Record<Speaker, number>>;
}

/** Takes the card numbers out of what one speaker says. */
export interface Redactor {
  /** Of a final segment, in the order of the talk. */
  final(text: string): RedactedFinal;
  /** Of text that still changes; nothing is remembered of it. */
  interim(text: string): string;
}

/** The redactors of one call. */
export interface Redaction {
  /** All speakers share what the talk is about: the agent asks for the card, the customer reads it. */
  of(speaker: Speaker): Redactor;
  /** Whether a card's numbers are what is talked of, or nobody knows yet what is. */
  readonly isCardTalk: boolean;
  /** Calls to mind what was said before this bot came, oldest first. */
  recall(said: readonly SaidBefore[]): void;
}

/** A final segment that is stored already. */
export interface SaidBefore {
  speaker: Speaker;
  text: string;
}

export interface RedactionOptions {
  /**
   * Another bot has heard the beginning. Until that is recalled every number is hidden: it may be the
   * rest of a card's. Default false.
   */
  isTakenOver?: boolean;
}

/** What was said longer ago has no bearing on the next number. */
const MAX_HEARD_MEANWHILE = 60;

/** Creates the redaction of one call. What it remembers is never stored. */
export function createRedaction({ isTakenOver = false }: RedactionOptions = {}): Redaction {
  let talk = noCardTalk;
  /** Heard while it is not known what was said before; undefined once it is. */
  let meanwhile: SaidBefore[] | undefined = isTakenOver ? [] : undefined;

  return {
    recall(said) {
      if (!meanwhile && talk !== noCardTalk) return;
      for (const { speaker, text } of [...said, ...(meanwhile ?? [])]) {
        talk = redactText(speaker, text, talk).talk;
      }
      meanwhile = undefined;
    },
    get isCardTalk() {
      return meanwhile !== undefined || talk.openFor > 0;
    },
    of: (speaker) => ({
      final(text) {
        if (meanwhile) {
          meanwhile = [...meanwhile, { speaker, text }].slice(-MAX_HEARD_MEANWHILE);
          return withAllHidden(text);
        }
        const begunSegments = talk.unfinishedSegments[speaker];
        const redacted = redactText(speaker, text, talk);
        talk = redacted.talk;
        const { masked, hasNumbers } = redacted;
        const { unfinishedSegments } = talk;
        const isOfCard = isJustOpened(talk);
        const where = { masked, hasNumbers, isOfCard, begunSegments, unfinishedSegments };
        return { text: redacted.text, ...where };
      },
      interim: (text) =>
        meanwhile ? hideNumbers(text) : hideGrowingNumbers(redactText(speaker, text, talk).text),
    }),
  };
}

/** What a number in it goes on with is not known, so the segment before it counts as its beginning. */
function withAllHidden(text: string): RedactedFinal {
  const hidden = hideNumbers(text);
  const isChanged = hidden !== text;
  return {
    text: hidden,
    masked: isChanged ? 'here-and-before' : 'none',
    hasNumbers: isChanged,
    isOfCard: isChanged,
    begunSegments: isChanged ? 1 : 0,
    unfinishedSegments: noCardTalk.unfinishedSegments,
  };
}
