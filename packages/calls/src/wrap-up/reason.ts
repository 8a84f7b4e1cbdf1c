import { isSubstantive } from '../backchannel.ts';
import { wrapUpLanguage } from '../language.ts';
import { cueOf } from './cue.ts';
import type { Sentence } from './sentences.ts';

const { cues } = wrapUpLanguage;
const givesReason = cueOf(cues.reason);
const isBesideIt = cueOf(cues.notReason);

/** The reason is told soon or not at all. */
const FIRST_SENTENCES = 12;

/** Why the customer calls: the first that it says beyond greetings; undefined when it says nothing. */
export function reasonOf(sentences: readonly Sentence[]): Sentence | undefined {
  const first = sentences
    .filter(({ speaker, text }) => speaker === 'customer' && isSubstantive(text))
    .slice(0, FIRST_SENTENCES);
  const told = first.filter(({ plain }) => !isBesideIt(plain));
  return told.find(({ plain }) => givesReason(plain)) ?? told[0] ?? first[0];
}
