import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';
import { seedPlaybook } from '@agent/store';
import type { Harness } from './harness.ts';

/** A card about refunds, with some of it replaced. */
export function aCard(parts: object = {}): PlaybookCard {
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

/** Puts these cards into the playbook, as from the project's files. */
export async function seedCards(
  { services }: Harness,
  cards: readonly PlaybookCard[],
): Promise<void> {
  await seedPlaybook(services.db, cards);
}
