import type { CallFacts, CardFacts } from '../facts/call-facts.ts';

/**
 * So many scored lines of the customer have two ends to compare: at least two lines at each, as
 * {@link moodEnds} has them.
 */
export const LEAST_LINES_OF_ENDS = 4;

/** A number of a card that adds up over calls: what it was used for, and how its calls went. */
export interface CardSum {
  /** What the card adds in one call. */
  of: (card: CardFacts, facts: CallFacts) => number;
  /** The same over rows `k` of `call_card_facts` with the rows `f` of `call_facts` that they are of. */
  sql: string;
}

/** Of the customer's lines enough were scored to tell how the call began and how it ended; over rows `f`. */
export const HAS_TWO_ENDS = `f.sentiment_lines >= ${LEAST_LINES_OF_ENDS}`;
/** A suggestion of the card could be read in the call; over rows `k`. */
export const IS_CARD_READ = 'k.offered > k.unseen';

const isRead = ({ offered, unseen }: CardFacts) => offered > unseen;

/** Whether a call has two ends to compare. */
export function hasTwoEnds({ sentimentLines }: Pick<CallFacts, 'sentimentLines'>): boolean {
  return sentimentLines >= LEAST_LINES_OF_ENDS;
}

/** Every sum over the calls of a card, by name. `startMood` and `endMood` add −1 to 1 a call, the rest are counts. */
export const cardSums = {
  calls: { of: (card) => Number(isRead(card)), sql: `count(*) filter (where ${IS_CARD_READ})` },
  offered: count('offered', 'offered'),
  accepted: count('accepted', 'accepted'),
  edited: count('edited', 'edited'),
  dismissed: count('dismissed', 'dismissed'),
  markedWrong: count('markedWrong', 'marked_wrong'),
  expired: count('expired', 'expired'),
  unseen: count('unseen', 'unseen'),
  scored: {
    of: (card, facts) => Number(isRead(card) && hasTwoEnds(facts)),
    sql: `count(*) filter (where ${IS_CARD_READ} and ${HAS_TWO_ENDS})`,
  },
  startMood: mood(({ sentimentStart }) => sentimentStart, 'f.sentiment_start'),
  endMood: mood(({ sentimentEnd }) => sentimentEnd, 'f.sentiment_end'),
} as const satisfies Record<string, CardSum>;

/** Names a sum over the calls of a card. */
export type CardSumId = keyof typeof cardSums;
/** Every sum over some calls of a card. */
export type CardSums = Record<CardSumId, number>;
/** The names of the sums over the calls of a card, in their order. */
export const cardSumIds = Object.keys(cardSums) as readonly CardSumId[];

function count(name: Exclude<keyof CardFacts, 'cardId'>, column: string): CardSum {
  return { of: (card) => card[name], sql: `coalesce(sum(k.${column}), 0)` };
}

/** Added up as decimal numbers, so that the order in which calls come changes nothing. */
function mood(of: (facts: CallFacts) => number | null, sql: string): CardSum {
  return {
    of: (card, facts) => (isRead(card) && hasTwoEnds(facts) ? (of(facts) ?? 0) : 0),
    sql: `coalesce(round(sum((${sql})::numeric) filter (where ${IS_CARD_READ} and ${HAS_TWO_ENDS}), 6), 0)`,
  };
}
