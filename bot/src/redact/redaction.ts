import type { Speaker } from '@agent/protocol';
import { noCardTalk } from './card-talk.ts';
import { hideGrowingNumbers, hideNumbers } from './hidden-numbers.ts';
import { redactText } from './redact-text.ts';

/** Takes the card numbers out of what one speaker says. */
export interface Redactor {
  /** Of a final segment, in the order of the talk. */
  final(text: string): string;
  /** Of text that still changes; nothing is remembered of it. */
  interim(text: string): string;
}

/** The redactors of one call. */
export interface Redaction {
  /** Both sides share what the talk is about: the agent asks for the card, the customer reads it. */
  of(speaker: Speaker): Redactor;
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
    of: (speaker) => ({
      final(text) {
        if (meanwhile) {
          meanwhile = [...meanwhile, { speaker, text }].slice(-MAX_HEARD_MEANWHILE);
          return hideNumbers(text);
        }
        const redacted = redactText(speaker, text, talk);
        talk = redacted.talk;
        return redacted.text;
      },
      interim: (text) =>
        meanwhile ? hideNumbers(text) : hideGrowingNumbers(redactText(speaker, text, talk).text),
    }),
  };
}
