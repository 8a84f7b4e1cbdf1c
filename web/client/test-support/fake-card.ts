import {
  type CardSummary,
  type PlaybookCard,
  playbookCardSchema,
  type StoredCard,
} from '@agent/protocol';

const at = '2026-11-23T10:00:00.000Z';

/** A card about refunds, with some of it replaced. */
export function fakeCard(parts: object = {}): PlaybookCard {
  return playbookCardSchema.parse({
    id: 'refund-request',
    title: 'Customer wants the money back',
    phrases: ['want ... refund'],
    suggestion: 'Of course[, {name}].',
    reasoning: 'A clear yes calms.',
    action: 'offer_refund',
    confidence: 0.9,
    source: 'Refund guide §1',
    ...parts,
  });
}

/** A card as our API shows it. */
export function fakeStoredCard(parts: Partial<StoredCard> = {}): StoredCard {
  const card = parts.card ?? fakeCard();
  const { id = 'refund-request' } = card as { id?: string };
  return {
    ...{ id, card, enabled: true, version: 1, isOfProject: true, isEdited: false },
    lastChange: { why: 'seeded', byName: null, at },
    ...parts,
  };
}

/** The same in a list. */
export function fakeCardSummary({ id, card, enabled, version }: StoredCard): CardSummary {
  const { title, kind, listensTo, important, phrases, examples } = card as PlaybookCard;
  return {
    ...{ id, title, kind, listensTo, important, enabled, version, fault: null, isEdited: false },
    ...{ phrases: phrases.length, examples: examples.length },
    lastChange: { why: 'seeded', byName: null, at },
  };
}
