import { isPromise } from '@agent/calls';
import { stemOf, wordsOf } from '@agent/playbook';
import type { Speaker } from '@agent/protocol';
import { plainNumbers } from '../model/grounding/plain-numbers.ts';
import {
  ANOTHER_SUBJECT,
  DENIES,
  DONE,
  GOES_ON,
  PRONOUN_FIRST,
  SOFTENERS,
  UNREAL,
} from './summary-words.ts';

/** Part of a sentence, of which one thing is said. */
export interface Clause {
  /** In lower case, numbers in digits. */
  plain: string;
  /** Stems of its words, in order. */
  stems: readonly string[];
  isDenied: boolean;
}

/** A clause of the talk. */
export interface SaidClause extends Clause {
  speaker: Speaker;
  /** Its words are asked, not told. */
  isQuestion: boolean;
  /** It is wished, possible or depends on something. */
  isUnreal: boolean;
  isPromise: boolean;
  isDone: boolean;
  /** Stems of whoever else it may be about: "my neighbour got one". */
  others: readonly string[];
  /** It speaks on of what was named just before: "it has not arrived", "and add a free month". */
  goesOn: boolean;
  /** Counts the sentences of the talk. */
  sentence: number;
}

/** What somebody said, as far as a summary is held against it. */
export interface SaidLine {
  speaker: Speaker;
  text: string;
}

/** The clauses of a sentence in plain numbers. */
export function clausesOf(sentence: string): Clause[] {
  return sentence
    .split(/[,;:–—](?!\d)|\b(?:but|because|although|though|however|so that|and)\b/u)
    .map((plain) => ({
      plain: plain.trim(),
      stems: stemsOf(plain),
      isDenied: DENIES.test(plain),
    }))
    .filter(({ stems }) => stems.length > 0);
}

/** The sentences of a text, with its numbers in digits. */
export function plainSentences(text: string): string[] {
  return joinedDigits(plainNumbers(text)).match(/[^.!?]+(?:[.](?=\d)[^.!?]+)*[.!?]*/gu) ?? [];
}

/** All that was said, clause by clause. */
export function saidClauses(said: readonly SaidLine[]): SaidClause[] {
  let count = 0;
  return said.flatMap(({ speaker, text }) =>
    plainSentences(text).flatMap((sentence) => {
      count += 1;
      const place = count;
      const isQuestion = sentence.trimEnd().endsWith('?');
      const promises = isPromise({ speaker, plain: sentence });
      let others: readonly string[] = [];
      return clausesOf(sentence).map((clause) => {
        others = othersOf(clause.plain, others);
        return {
          ...clause,
          others,
          goesOn: GOES_ON.test(clause.plain) || subjectIn(clause.plain) === 'none',
          speaker,
          isQuestion,
          isUnreal: UNREAL.test(clause.plain.replace(SOFTENERS, ' ')),
          isPromise: promises,
          sentence: place,
          isDone:
            speaker === 'agent' && DONE.test(clause.plain) && !/\bwill\b|'ll\b/u.test(clause.plain),
        };
      });
    }),
  );
}

/** A clause that names nobody goes on with whom the one before was about. */
function othersOf(plain: string, before: readonly string[]): readonly string[] {
  const subject = subjectIn(plain);
  if (subject === 'somebody') return [];
  return subject === 'none' ? before : [...before, subject.stem];
}

/** Who or what a clause begins with. */
function subjectIn(plain: string): 'somebody' | 'none' | { stem: string } {
  const hard = plain.replace(SOFTENERS, ' ').trim();
  const other = ANOTHER_SUBJECT.exec(hard)?.[1];
  if (other !== undefined) return { stem: stemOf(other) };
  return PRONOUN_FIRST.test(hard) ? 'somebody' : 'none';
}

/** What a clause is about that begins with a thing, or with somebody else; undefined otherwise. */
export function thingIn(plain: string): string | undefined {
  const subject = subjectIn(plain);
  return typeof subject === 'object' ? subject.stem : undefined;
}

/** "4 5 2 1", as people read numbers out, is one number. */
function joinedDigits(plain: string): string {
  return plain.replace(/(?<=\b\d) (?=\d\b)/gu, '');
}

function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => /[\p{L}\d]/u.test(word))
    .map(stemOf);
}
