import type { PlaybookCard, RecordFact } from '@agent/protocol';
import { type CompiledPhrase, compilePhrase } from './phrases/find-phrase.ts';
import { PlaybookError } from './playbook-error.ts';

/** Phrases that count only after others. */
export interface CompiledFollowUp {
  after: readonly CompiledPhrase[];
  within: number;
  record: readonly RecordFact[];
  phrases: readonly CompiledPhrase[];
}

/** A card whose phrases are ready to be looked for. */
export interface CompiledCard {
  card: PlaybookCard;
  phrases: readonly CompiledPhrase[];
  followUps: readonly CompiledFollowUp[];
  butNot: readonly CompiledPhrase[];
  said: readonly CompiledPhrase[];
  notSaid: readonly CompiledPhrase[];
  doneWhenSaid: readonly CompiledPhrase[];
}

/** A phrase that cannot be used and is left out, so that one slip of an admin costs one phrase. */
export interface FaultyPhrase {
  cardId: string;
  phrase: string;
  error: PlaybookError;
}

/** Makes a card ready; tells of each phrase that it has to leave out. */
export function compileCard(
  card: PlaybookCard,
  onFaulty: (faulty: FaultyPhrase) => void,
): CompiledCard {
  const compile = (phrases: readonly string[]) =>
    phrases.flatMap((phrase) => {
      try {
        return [compilePhrase(phrase)];
      } catch (error) {
        if (!(error instanceof PlaybookError)) throw error;
        onFaulty({ cardId: card.id, phrase, error });
        return [];
      }
    });
  return {
    card,
    phrases: compile(card.phrases),
    followUps: card.followUps.map(({ after, within, record, phrases }) => ({
      after: compile(after),
      within,
      record,
      phrases: compile(phrases),
    })),
    butNot: compile(card.butNot),
    said: compile(card.when.said),
    notSaid: compile(card.when.notSaid),
    doneWhenSaid: compile(card.doneWhenSaid),
  };
}
