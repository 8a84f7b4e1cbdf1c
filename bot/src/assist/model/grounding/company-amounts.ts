import type { Said } from '@agent/playbook';
import type { SuggestRequest } from '../suggester.ts';
import { amountsIn, WHOLE } from './amounts.ts';
import { type Amount, readingsOf } from './figures.ts';
import { plainNumbers } from './plain-numbers.ts';
import { undeniedAmounts } from './promises.ts';

/** Where a call has amounts from. */
export type Sources = Pick<SuggestRequest, 'conversation' | 'matches' | 'offered'>;

/**
 * The amounts that the company itself has named, and so may promise: those of the customer's orders,
 * of the cards that fit now or were shown before, and of what the agent or a supervisor has said, unless
 * the customer had named them first. What a model wrote does not count, whatever became of it.
 */
export function companyAmounts({ conversation, matches, offered }: Sources): ReadonlySet<Amount> {
  const { said, record } = conversation;
  const written = [
    ...matches.flatMap(({ card, suggestion }) => [suggestion, card.reasoning]),
    ...offered.filter(({ source }) => source.kind !== 'model').map(({ suggestion }) => suggestion),
  ];
  return new Set([
    ...(record?.orders ?? []).map(({ total }) => `money ${total.cents}`),
    ...written.flatMap((text) => amountsIn(plainNumbers(text))),
    ...(written.some((text) => /\brefund/iu.test(text)) ? [WHOLE] : []),
    ...ourAmounts(said),
  ]);
}

/** What an agent or a supervisor names is the company's word, unless it only says again what the customer has said. */
function ourAmounts(said: readonly Said[]): readonly Amount[] {
  const heard = new Set<Amount>();
  return said.flatMap(({ speaker, text }) => {
    if (speaker !== 'customer') return undeniedAmounts(text).filter((amount) => !heard.has(amount));
    const plain = plainNumbers(text);
    for (const amount of [...amountsIn(plain), ...readingsOf(plain)]) heard.add(amount);
    return [];
  });
}
