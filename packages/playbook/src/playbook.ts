import type { CardReason, PlaybookCard } from '@agent/protocol';
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

/** A playbook that can say why, for those who write its cards. */
export interface ExplainingPlaybook extends Playbook {
  /**
   * Why cards come up, in the order of `match`, and after them those that stay away although something
   * speaks for them; the card that is `asked` about in any case, when the playbook has it.
   */
  explain(conversation: Conversation, asked?: string): readonly CardReason[];
}
