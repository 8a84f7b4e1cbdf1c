import type { Speaker } from '@agent/protocol';
import type { Said } from './conversation.ts';
import { type CompiledPhrase, findPhrase } from './phrases/find-phrase.ts';
import { spokenText } from './words/spoken.ts';

/** What was said before the newest segment. */
export interface History {
  /**
   * How many segments ago one of the phrases was said last, 1 being the segment before the newest;
   * undefined when none was said, by this speaker, within so many segments.
   */
  segmentsSince(
    phrases: readonly CompiledPhrase[],
    options?: { by?: Speaker; within?: number },
  ): number | undefined;
}

/** The history of a conversation. */
export function historyOf(said: readonly [Said, ...Said[]]): History {
  const before = said.slice(0, -1).reverse();
  return {
    segmentsSince(phrases, { by, within = before.length } = {}) {
      if (phrases.length === 0) return undefined;
      const index = before.slice(0, within).findIndex(({ speaker, text }) => {
        const isMeant = by === undefined || speaker === by;
        return isMeant && phrases.some((phrase) => findPhrase(phrase, spokenText(text)));
      });
      return index < 0 ? undefined : index + 1;
    },
  };
}
