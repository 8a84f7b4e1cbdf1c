import type {
  CardSummary,
  CardVersion,
  RecordFact,
  StoredCard,
  suggestionActions,
} from '@agent/protocol';

/** What a card is for, in words. */
export const kindWords = {
  guidance: 'Guidance',
  'must-say': 'Must be said',
  'never-say': 'Must never be said',
} as const satisfies Record<NonNullable<CardSummary['kind']>, string>;

/** What a suggestion asks the agent to do, in words. */
export const actionWords = {
  ask_question: 'Ask a question',
  offer_solution: 'Offer a solution',
  offer_refund: 'Offer a refund',
  offer_retention: 'Offer a reason to stay',
  explain: 'Explain',
  empathise: 'Show understanding',
  verify_identity: 'Make sure who it is',
  protect_data: 'Protect data',
  escalate: 'Hand over',
  close_call: 'Close the call',
} as const satisfies Record<(typeof suggestionActions)[number], string>;

/** What is known of a customer's record, in words. */
export const factWords = {
  'no-record': 'there is no record',
  'open-ticket': 'a ticket is open',
  'late-order': 'an order is late',
  'order-on-the-way': 'an order is on its way',
  'duplicate-payment': 'something was paid twice',
  'past-due': 'a payment is overdue',
  'loyal-customer': 'the customer is a loyal one',
  'called-recently': 'the customer called recently',
} as const satisfies Record<RecordFact, string>;

/** All facts, in the order in which they are shown. */
export const allFacts = Object.keys(factWords) as RecordFact[];

/** Who changed a card how; when stands beside it. */
export function changeWords({ why, byName }: StoredCard['lastChange']): string {
  if (why === 'seeded') return 'From the project’s files';
  const did = {
    created: 'Added',
    edited: 'Changed',
    'switched-on': 'Switched on',
    'switched-off': 'Switched off',
    restored: 'Older version brought back',
  }[why];
  return `${did} ${byName === null ? 'at the database' : `by ${byName}`}`;
}

/** What a version is, in a line. */
export function versionWords(version: CardVersion): string {
  const { restoredVersion, why } = version;
  const words = changeWords(version);
  return why === 'restored' ? words.replace('Older version', `Version ${restoredVersion}`) : words;
}
