/** Every figure of what calls are about. */
export const topicFigureIds = [
  'cards',
  'orders',
  'outcomes',
  'suggestions',
  'moods',
  'changes',
] as const;
/** Names a figure of what calls are about. */
export type TopicFigureId = (typeof topicFigureIds)[number];

/** A figure of what calls are about, defined once: the API, the page and its explanations all read this. */
export interface TopicFigure {
  id: TopicFigureId;
  name: string;
  /** What it tells, in a sentence for somebody new. */
  sentence: string;
  /** How it is worked out, in words. */
  formula: string;
  /** What to bear in mind when reading it. */
  notes: readonly string[];
  /** With fewer than so many there is no value. */
  leastSample: number;
  /** What is counted; one and many. */
  counted: { one: string; many: string };
}

/** Fewer calls or suggestions than these say too little about a card. */
const LEAST_OF_A_CARD = 10;

/** What each figure is. */
export const topicFigures: Readonly<Record<TopicFigureId, TopicFigure>> = {
  cards: {
    id: 'cards',
    name: 'Cards of the playbook',
    sentence: 'In how many calls a suggestion of this card stood long enough to be read.',
    formula: 'calls with the card ÷ answered calls',
    notes: [
      'A call may be about several cards, and about none: shares do not add up to 100 %.',
      'Without a transcript there are no suggestions, so calls that are not transcribed have no card.',
    ],
    leastSample: 1,
    counted: { one: 'answered call', many: 'answered calls' },
  },
  orders: {
    id: 'orders',
    name: 'Orders named',
    sentence: 'In how many calls a number of an order was said or typed that the directory knows.',
    formula: 'calls in which an order was named ÷ answered calls',
    notes: ['An order that is named in two calls counts in both.'],
    leastSample: 1,
    counted: { one: 'answered call', many: 'answered calls' },
  },
  outcomes: {
    id: 'outcomes',
    name: 'Outcomes',
    sentence: 'How calls turned out, as their agents have filed them.',
    formula: 'calls with the outcome ÷ all calls',
    notes: [
      'Calls that wait, go on or are being wrapped up have no outcome yet, but count among all calls.',
      'Outcomes of the same id count as one, whichever queue they are of.',
    ],
    leastSample: 1,
    counted: { one: 'call', many: 'calls' },
  },
  suggestions: {
    id: 'suggestions',
    name: 'What becomes of suggestions',
    sentence: 'What agents did with the suggestions of a card that they could read.',
    formula: 'used as they are, edited, dismissed, marked wrong or expired ÷ suggestions seen',
    notes: [
      'Seen: all that were offered, without those that went again within 3 s. These are in no share.',
      'Expired: it could be read, and nobody did anything with it. What is left to 100 % still stands open.',
    ],
    leastSample: LEAST_OF_A_CARD,
    counted: { one: 'suggestion seen', many: 'suggestions seen' },
  },
  moods: {
    id: 'moods',
    name: 'How customers sounded',
    sentence: 'How customers sounded at the start and at the end of calls with this card, −1 to 1.',
    formula: 'mean of the starts and mean of the ends, of the calls with both',
    notes: [
      'Start and end are the means of up to three lines of the customer each; calls with fewer than four scored lines are left out.',
      'An estimate by the machine from the words alone. It is no rating, and never a part of CSAT.',
      'A card that comes up where things go wrong does not make them go wrong.',
    ],
    leastSample: LEAST_OF_A_CARD,
    counted: { one: 'scored call', many: 'scored calls' },
  },
  changes: {
    id: 'changes',
    name: 'Calls that changed most',
    sentence: 'Calls whose customers sounded most different at the end: up to five each way.',
    formula: 'mean of the last lines − mean of the first lines of the customer',
    notes: [
      'Of calls that can be opened: they are over and were not erased, and four lines or more were scored.',
      'Where fewer than five calls went one way, more of the other way are shown.',
    ],
    leastSample: 1,
    counted: { one: 'call', many: 'calls' },
  },
};
