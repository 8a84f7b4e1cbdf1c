import type { Playbook } from '@agent/playbook';
import { type PlaybookCard, playbookCardSchema } from '@agent/protocol';

/** A card of the fake playbook: which words bring it up, and which make it superfluous. */
export interface FakeCard extends Partial<Omit<PlaybookCard, 'id'>> {
  id: string;
  on: RegExp;
  doneOn?: RegExp;
}

/** A playbook that looks at the last segment alone. */
export function fakePlaybook(cards: readonly FakeCard[]): Playbook {
  return {
    match({ said }) {
      const last = said.at(-1);
      return cards
        .filter(
          ({ on, listensTo = 'customer' }) => last?.speaker === listensTo && on.test(last.text),
        )
        .map((card) => asMatch(card));
    },
    isDone: (cardId, text) => cards.find(({ id }) => id === cardId)?.doneOn?.test(text) ?? false,
  };
}

function asMatch({ on, doneOn: _done, ...given }: FakeCard) {
  const card = playbookCardSchema.parse({
    title: given.id,
    phrases: [on.source.replaceAll(/\W+/g, ' ').padEnd(2, 'x')],
    suggestion: `Words of ${given.id}.`,
    reasoning: `Why ${given.id}.`,
    action: 'explain',
    confidence: 0.9,
    source: 'Guide',
    ...given,
  });
  return { card, confidence: card.confidence, suggestion: card.suggestion };
}
