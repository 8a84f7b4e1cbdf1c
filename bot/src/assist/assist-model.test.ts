import { aCustomerId, aSuggestionId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SuggesterError } from './model/suggester-error.ts';
import { assistedCall } from './test-support/assisted-call.ts';
import { newEvent } from './test-support/call-log.ts';
import { cards, strange } from './test-support/cards.ts';
import { createFakeSuggester } from './test-support/fake-suggester.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a model', () => {
  it('writes before the eyes of the agent, at most every 100 ms, and ends as the same suggestion', async () => {
    const { says, offered, drafts, log } = assistedCall({ model: createFakeSuggester() });
    const segmentId = await says('customer', strange, 3_000);
    const [card] = offered();
    expect(card).toMatchObject({ segmentId, source: { kind: 'model', name: 'fake-model' } });
    expect(drafts.length).toBeGreaterThan(1);
    expect(drafts.length).toBeLessThan(5);
    expect(drafts).toMatchObject(
      drafts.map((_, index) => ({
        kind: 'suggestion-draft',
        draft: { suggestionId: card?.suggestionId, revision: index + 1 },
      })),
    );
    expect(log.dataOf('sentiment.scored')).toMatchObject([
      { source: 'lexicon' },
      { source: 'model', score: -0.4, label: 'negative' },
    ]);
  });

  it('replaces the card that answers the same with the same action', async () => {
    const model = createFakeSuggester();
    model.reply({ action: 'explain' });
    const { says, expired, offered } = assistedCall({ cards, model });
    await says('customer', 'It is late.', 3_000);
    expect(expired()).toEqual(['delivery-delay replaced']);
    expect(offered().map(({ source }) => source.kind)).toEqual(['playbook', 'model']);
  });

  it.each([
    ['another action', 'It is late.'],
    ['what must be said', 'My Visa is 4111.'],
  ])('joins a card of %s', async (_what, text) => {
    const model = createFakeSuggester();
    if (text.includes('Visa')) model.reply({ action: 'explain' });
    const { says, expired, offered } = assistedCall({ cards, model });
    await says('customer', text, 3_000);
    expect(expired()).toEqual([]);
    expect(offered()).toHaveLength(2);
  });

  it.each([
    ['stands where one fits', 'It is late.', ['playbook']],
    ['is the generic one else', strange, ['generic']],
  ])('that only guesses has no say: the card %s, and the model stays ready', async (...given) => {
    const [, text, kinds] = given;
    const model = createFakeSuggester();
    model.reply({ action: 'explain', confidence: 0.49 });
    const { says, offered, expired, drafts, log } = assistedCall({ cards, model });
    await says('customer', text, 3_000);
    expect(offered().map(({ source }) => source.kind)).toEqual(kinds);
    expect(expired()).toEqual([]);
    expect(drafts.at(-1)?.kind).toBe('suggestion-withdrawn');
    expect(log.dataOf('assist.changed')).toEqual([{ model: 'ready', reason: null }]);
    expect(log.dataOf('sentiment.scored').at(-1)?.source).toBe('model');
  });

  it('is given up when the customer goes on, and what it had written is taken back', async () => {
    const model = createFakeSuggester();
    const { says, drafts, offered } = assistedCall({ model });
    const first = await says('customer', strange, 600);
    expect(drafts.at(-1)).toMatchObject({ kind: 'suggestion-draft', draft: { segmentId: first } });
    const second = await says('customer', 'And it makes a very odd noise.', 100);
    expect(drafts.at(-1)?.kind).toBe('suggestion-withdrawn');
    expect(model.requests[0]?.signal.aborted).toBe(true);
    await says('customer', 'Mm-hm.', 3_000);
    expect(offered()).toMatchObject([{ segmentId: second }]);
  });

  it('is given up when the agent answers before anything of it was shown', async () => {
    const model = createFakeSuggester();
    const { says, drafts, offered, pass, log } = assistedCall({ cards, model });
    await says('customer', strange, 100);
    await says('agent', 'Mm-hm.', 100);
    expect(model.requests[0]?.signal.aborted).toBe(false);
    await says('customer', 'It is so strange.');
    await says('agent', 'What does it look like?');
    expect(model.requests[1]?.signal.aborted).toBe(true);
    await pass(4_000);
    expect([drafts, offered()]).toEqual([[], []]);
    expect(log.dataOf('assist.changed')).toEqual([{ model: 'ready', reason: null }]);
  });

  it('ends what the agent has begun to read, though it has answered', async () => {
    const { says, drafts, offered } = assistedCall({ model: createFakeSuggester() });
    await says('customer', strange, 600);
    expect(drafts).not.toEqual([]);
    await says('agent', 'What does it look like?', 3_000);
    expect(offered()).toMatchObject([{ source: { kind: 'model' } }]);
  });

  it('is not asked about what the agent has answered while the log was away', async () => {
    const model = createFakeSuggester();
    const { says, log, pass } = assistedCall({ model });
    log.setAway(true);
    await says('customer', strange);
    await says('agent', 'What does it look like?');
    log.setAway(false);
    await pass(500);
    expect(model.requests).toEqual([]);
  });

  it('does not repeat words that the agent has dismissed', async () => {
    const call = assistedCall({ model: createFakeSuggester() });
    await call.says('customer', strange, 3_000);
    const suggestionId = call.offered()[0]?.suggestionId ?? aSuggestionId();
    await call.web(newEvent('suggestion.dismissed', { suggestionId }));
    await call.says('customer', 'It is still a bit strange to me.', 3_000);
    expect(call.offered()).toHaveLength(1);
    expect(call.drafts.at(-1)?.kind).toBe('suggestion-withdrawn');
  });

  it('is told what was said, what fits, and what became of suggestions', async () => {
    const model = createFakeSuggester();
    const { says } = assistedCall({ cards, model });
    await says('agent', 'Hello.');
    await says('customer', 'It is late.', 3_000);
    const { conversation, matches, offered } = model.requests[0] ?? {};
    expect(conversation).toMatchObject({
      customerName: 'Ann Miller',
      said: [{ text: 'Hello.' }, { text: 'It is late.' }],
    });
    expect(matches).toHaveLength(1);
    expect(offered).toMatchObject([{ source: { cardId: 'delivery-delay' } }]);
  });
});

describe('the order in question', () => {
  it('is the one named last, and only one of the linked customer', async () => {
    const model = createFakeSuggester();
    const owners = { '4521': 'ann', '9999': 'somebody-else' };
    const { says, web } = assistedCall({ model, owners });
    await says('customer', 'My order 4521 is not here yet.');
    await says('customer', 'Or was it order 9999 that is not here?');
    await web(newEvent('customer.linked', { customerId: aCustomerId('ann'), by: 'agent' }));
    await says('customer', 'It is not here in any case.');
    expect(model.requests.map(({ conversation }) => conversation.orderNumber)).toEqual([
      '4521',
      '9999',
      '4521',
    ]);
  });
});

describe('when the model gives nothing', () => {
  it.each([
    ['hangs', 'hangs', { model: 'late', reason: 'timeout' }],
    ['fails', SuggesterError.unavailable(), { model: 'off', reason: 'unavailable' }],
    ['is rate-limited', SuggesterError.rateLimited(), { model: 'off', reason: 'rate-limited' }],
    ['is refused', SuggesterError.unauthorised(), { model: 'off', reason: 'unauthorised' }],
    [
      'answers wrongly',
      SuggesterError.malformedAnswer('Another shape.'),
      { model: 'off', reason: 'malformed-answer' },
    ],
  ] as const)(
    'because it %s, the generic card comes within 3 s and the state is told',
    async (...[, reply, state]) => {
      const model = createFakeSuggester();
      model.reply(reply);
      const { says, offered, log, pass } = assistedCall({ cards, model });
      await pass(100);
      expect(log.dataOf('assist.changed')).toEqual([{ model: 'ready', reason: null }]);
      await says('customer', strange, 3_000);
      expect(offered()).toMatchObject([{ source: { kind: 'generic' }, confidence: 0.5 }]);
      expect(log.dataOf('assist.changed').at(-1)).toEqual(state);
      model.reply({});
      await pass(61_000);
      await says('customer', 'It is all a bit of a riddle to me.', 3_000);
      expect(log.dataOf('assist.changed').at(-1)).toEqual({ model: 'ready', reason: null });
    },
  );

  it('nothing generic comes once the agent has answered', async () => {
    const model = createFakeSuggester();
    model.reply('hangs');
    const { says, offered, pass } = assistedCall({ cards, model });
    await says('customer', strange, 1_000);
    await says('agent', 'What does it look like?');
    await pass(4_000);
    expect(offered()).toEqual([]);
  });

  it('the card of the playbook stands, without a generic one', async () => {
    const model = createFakeSuggester();
    model.reply('hangs');
    const { says, offered } = assistedCall({ cards, model });
    await says('customer', 'My parcel is very late.', 4_000);
    expect(offered().map(({ source }) => source.kind)).toEqual(['playbook']);
  });

  it('it is left alone after three failures, and the generic card is there at once', async () => {
    const model = createFakeSuggester();
    model.reply(SuggesterError.unavailable());
    const { says, offered, web, log } = assistedCall({ model });
    for (const words of ['one two', 'three four', 'five six']) {
      await says('customer', `This is about ${words}.`, 1_000);
    }
    expect(model.requests).toHaveLength(3);
    await says('customer', 'This is about seven.', 500);
    expect(model.requests).toHaveLength(3);
    expect(offered()).toHaveLength(1);
    expect(log.dataOf('assist.changed').at(-1)).toMatchObject({ model: 'off' });
    await web(newEvent('call.ended', { reason: 'customer-hung-up' }));
  });
});

describe('without a model', () => {
  it('the generic card is rare: an empty panel, a turn of substance, once in two minutes', async () => {
    const { says, offered, pass, log } = assistedCall({ cards });
    await says('customer', 'Well, okay.');
    await says('customer', 'Sure, the order number is four five two one.');
    expect(offered()).toEqual([]);
    await says('customer', strange);
    expect(offered('generic')).toHaveLength(1);
    await pass(100_000);
    await says('customer', strange);
    expect(offered('generic')).toHaveLength(1);
    await pass(61_000);
    await says('customer', strange);
    expect(offered('generic')).toHaveLength(2);
    expect(log.dataOf('assist.changed')).toEqual([{ model: 'none', reason: null }]);
  });
});
