import { wrapUpLanguage } from '../language.ts';
import { cueOf } from './cue.ts';
import type { Sentence } from './sentences.ts';

const { cues } = wrapUpLanguage;
const binds = cueOf(cues.promise);
const tellsOfDone = cueOf(cues.done);
const isNone = cueOf(cues.noPromise);

/** Whether the agent, or a supervisor who has joined, promises something in a sentence or tells what was done for the customer. */
export function isPromise({ speaker, plain }: Pick<Sentence, 'speaker' | 'plain'>): boolean {
  if (speaker === 'customer' || plain.endsWith('?')) return false;
  return clausesOf(plain).some(isPromiseClause);
}

function isPromiseClause(clause: string): boolean {
  return (binds(clause) || tellsOfDone(clause)) && !isNone(clause);
}

/** "I can't see it, but I'll send you a new one" denies one thing and promises another. */
function clausesOf(plain: string): string[] {
  return plain.split(/[,;:–—]|\b(?:but|so|and then|however)\b/u);
}
