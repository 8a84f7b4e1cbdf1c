import type { PlaybookCard } from '@agent/protocol';
import { parsePhrase } from './phrases/parse-phrase.ts';
import { PlaybookError } from './playbook-error.ts';

/** A phrase of a card that is not of the language of phrases, and where it stands in the card. */
export interface CardFault {
  /** As in issues of zod: names of fields and positions in lists. */
  path: readonly (string | number)[];
  /** What is wrong, in a sentence for who writes the card. */
  message: string;
}

/** What of a card that fits the format cannot be compiled; empty when all of it can. */
export function cardFaults(card: PlaybookCard): CardFault[] {
  return [
    ...faultsIn(card.phrases, ['phrases']),
    ...card.followUps.flatMap(({ after, phrases }, index) => [
      ...faultsIn(after, ['followUps', index, 'after']),
      ...faultsIn(phrases, ['followUps', index, 'phrases']),
    ]),
    ...faultsIn(card.butNot, ['butNot']),
    ...faultsIn(card.when.said, ['when', 'said']),
    ...faultsIn(card.when.notSaid, ['when', 'notSaid']),
    ...faultsIn(card.doneWhenSaid, ['doneWhenSaid']),
  ];
}

function faultsIn(phrases: readonly string[], path: CardFault['path']): CardFault[] {
  return phrases.flatMap((phrase, index) => {
    const message = faultOf(phrase);
    return message === undefined ? [] : [{ path: [...path, index], message }];
  });
}

function faultOf(phrase: string): string | undefined {
  try {
    parsePhrase(phrase);
    return undefined;
  } catch (error) {
    if (!(error instanceof PlaybookError)) throw error;
    return error.message;
  }
}
