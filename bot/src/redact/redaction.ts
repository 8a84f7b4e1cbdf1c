import type { Speaker } from '@agent/protocol';
import { noCardTalk } from './card-talk.ts';
import { hideGrowingNumbers } from './growing-number.ts';
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
  /** Calls to mind what was said before this bot came, oldest first; too late once it has heard something. */
  recall(said: readonly SaidBefore[]): void;
}

/** A final segment that is stored already. */
export interface SaidBefore {
  speaker: Speaker;
  text: string;
}

/** Creates the redaction of one call. What it remembers is never stored. */
export function createRedaction(): Redaction {
  let talk = noCardTalk;
  return {
    recall(said) {
      if (talk !== noCardTalk) return;
      for (const { speaker, text } of said) talk = redactText(speaker, text, talk).talk;
    },
    of: (speaker) => ({
      final(text) {
        const redacted = redactText(speaker, text, talk);
        talk = redacted.talk;
        return redacted.text;
      },
      interim: (text) => hideGrowingNumbers(redactText(speaker, text, talk).text),
    }),
  };
}
