import type { LabelledFigures } from '@agent/protocol';
import type { Conversation } from '../conversation.ts';
import type { Playbook } from '../playbook.ts';
import type { LabelledTurn } from './labelled-turns.ts';

/** A labelled turn with the cards that came up. */
export interface JudgedTurn extends Pick<LabelledTurn, 'expect'> {
  /** Ids of the two best cards, best first. */
  offered: readonly string[];
}

/** An agent sees so many cards at once. */
const CARDS_SHOWN = 2;

/** Ids of the cards that an agent would see, best first. */
export function offeredCards(playbook: Pick<Playbook, 'match'>, conversation: Conversation) {
  return playbook
    .match(conversation)
    .slice(0, CARDS_SHOWN)
    .map(({ card }) => card.id);
}

/** Whether the first card is one of those that may come up. */
export function isRight({ offered: [first = ''], expect }: JudgedTurn): boolean {
  return expect.includes(first);
}

/** Whether one of the cards is right. */
export function isHelped({ offered, expect }: JudgedTurn): boolean {
  return offered.some((id) => expect.includes(id));
}

/** Counts, of which precision is `right / shown` and recall `helped / wanting`. */
export function labelledFigures(turns: readonly JudgedTurn[]): LabelledFigures {
  const shown = turns.filter(({ offered }) => offered.length > 0);
  const wanting = turns.filter(({ expect }) => expect.length > 0);
  return {
    turns: turns.length,
    shown: shown.length,
    right: shown.filter(isRight).length,
    wanting: wanting.length,
    helped: wanting.filter(isHelped).length,
  };
}
