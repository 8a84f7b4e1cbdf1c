import { type PlaybookCard, settingPresets } from '@agent/protocol';
import { type CompiledCard, compileCard, type FaultyPhrase } from './compile-card.ts';
import type { Conversation } from './conversation.ts';
import { explainCards } from './explain.ts';
import { fillPlaces, nameToSay } from './fill-places.ts';
import { finish } from './finish.ts';
import { learnToGuess, NO_GUESS } from './guess/card-guesser.ts';
import { historyOf } from './history.ts';
import { type CardCandidate, candidateOf, type HeardWords, judgeCard } from './match-card.ts';
import type { CardMatch, ExplainingPlaybook } from './playbook.ts';
import { rank } from './rank.ts';
import { recordFacts } from './record-facts.ts';
import { isSaidAlready } from './said-already.ts';
import { currentTurn } from './turn.ts';

/** What a playbook goes by besides its cards. */
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
): ExplainingPlaybook {
  return finish(playbookSteps(cards, options));
}

/**
 * The same in steps of a few milliseconds, for who may not stand still for so long: whoever takes them
 * may do something else between two.
 */
export function* playbookSteps(
  cards: readonly PlaybookCard[],
  options: PlaybookOptions = {},
): Generator<void, ExplainingPlaybook> {
  const { leastConfidence, nowMs, onFaulty } = { ...defaults, ...options };
  const compiledCards: CompiledCard[] = [];
  for (const card of cards) {
    compiledCards.push(compileCard(card, onFaulty));
    yield;
  }
  const guessCards = yield* learnToGuess(cards);

  const hear = ({ said, record, orderNumber }: Conversation): HeardWords => {
    const turn = currentTurn(said);
    return {
      turn,
      circumstances: {
        said,
        history: historyOf(said),
        facts: recordFacts(record, orderNumber, nowMs()),
      },
      guess: said.at(-1)?.speaker === 'customer' ? guessCards(turn) : NO_GUESS,
    };
  };

  return {
    match(conversation) {
      const heard = hear(conversation);
      const candidates = compiledCards.flatMap(
        (compiled) => candidateOf(judgeCard(compiled, heard)) ?? [],
      );
      return rank(candidates, leastConfidence()).map((candidate) =>
        cardMatch(candidate, conversation),
      );
    },
    explain: (conversation, asked) =>
      explainCards(compiledCards, hear(conversation), { threshold: leastConfidence(), asked }),
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
