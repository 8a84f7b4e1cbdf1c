import type { PlaybookCard } from '@agent/protocol';
import type { Conversation } from './conversation.ts';

/** A card that fits what was just said. */
export interface CardMatch {
  card: PlaybookCard;
  /** 0–1: the card's own, lowered by how unclear the match is. */
  confidence: number;
  /** The card's suggestion with its places filled in. */
  suggestion: string;
}

/** The cards of a playbook, made ready for matching. */
export interface Playbook {
  /** Cards that fit what was said last, best first; empty when none is clear enough. */
  match(conversation: Conversation): readonly CardMatch[];
  /** Whether these words of the agent make the card superfluous. Unknown cards never are. */
  isDone(cardId: string, agentText: string): boolean;
}
