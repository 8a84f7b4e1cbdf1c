import { type PlaybookCard, settingPresets } from '@agent/protocol';
import { compileCard, type FaultyPhrase } from './compile-card.ts';
import type { Circumstances } from './conditions.ts';
import type { Conversation } from './conversation.ts';
import { fillPlaces, nameToSay } from './fill-places.ts';
import { createCardGuesser, NO_GUESS } from './guess/card-guesser.ts';
import { historyOf } from './history.ts';
import { type CardCandidate, matchCard } from './match-card.ts';
import type { CardMatch, Playbook } from './playbook.ts';
import { rank } from './rank.ts';
import { recordFacts } from './record-facts.ts';
import { isSaidAlready } from './said-already.ts';
import { currentTurn } from './turn.ts';

export interface PlaybookOptions {
  /** Matches less confident than this now are left out, 0–1. Default that of the settings. */
  leastConfidence?: () => number;
  /** The time of day, for what is late or recent. Default the system's clock. */
  nowMs?: () => number;
  /** Told once of each phrase that is not of the language; it is left out. Default nobody is told. */
  onFaulty?: (faulty: FaultyPhrase) => void;
}

const defaults = {
  leastConfidence: () => settingPresets.cardConfidence,
  nowMs: Date.now,
  onFaulty: () => undefined,
} as const satisfies Required<PlaybookOptions>;

/** Makes cards ready for matching: compiles their phrases and learns from their examples, once. */
export function createPlaybook(
  cards: readonly PlaybookCard[],
  options: PlaybookOptions = {},
): Playbook {
  const { leastConfidence, nowMs, onFaulty } = { ...defaults, ...options };
  const compiledCards = cards.map((card) => compileCard(card, onFaulty));
  const guessCards = createCardGuesser(cards);

  return {
    match(conversation) {
      const { said, record, orderNumber } = conversation;
      const turn = currentTurn(said);
      const circumstances: Circumstances = {
        said,
        history: historyOf(said),
        facts: recordFacts(record, orderNumber, nowMs()),
      };
      const heard = {
        turn,
        circumstances,
        guess: said.at(-1)?.speaker === 'customer' ? guessCards(turn) : NO_GUESS,
      };
      const candidates = compiledCards.flatMap((compiled) => matchCard(compiled, heard) ?? []);
      return rank(candidates, leastConfidence()).map((candidate) =>
        cardMatch(candidate, conversation),
      );
    },
    isDone(cardId, agentText) {
      const compiled = compiledCards.find(({ card }) => card.id === cardId);
      return compiled !== undefined && isSaidAlready(compiled, agentText);
    },
  };
}

function cardMatch({ card, confidence }: CardCandidate, conversation: Conversation): CardMatch {
  const { customerName, orderNumber } = conversation;
  const suggestion = fillPlaces(card.suggestion, {
    name: nameToSay(customerName),
    order: orderNumber,
  });
  return { card, confidence, suggestion };
}
