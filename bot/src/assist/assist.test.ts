import { aCustomerId, aSuggestionId } from '@agent/testing/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assistedCall } from './test-support/assisted-call.ts';
import { createFakeLog, final, newEvent } from './test-support/call-log.ts';
import { cards, strange } from './test-support/cards.ts';
import { createFakeSuggester } from './test-support/fake-suggester.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what the customer said', () => {
  it('is scored, then brings up the card that fits, within 200 ms', async () => {
    const { says, log, offered } = assistedCall({ cards });
    await says('agent', 'Hello, this is Alex.');
    const segmentId = await says('customer', 'My parcel is late.', 200);
    expect(log.dataOf('sentiment.scored')).toMatchObject([{ segmentId, source: 'lexicon' }]);
    expect(offered()).toMatchObject([
      {
        segmentId,
        suggestion: 'Words of delivery-delay.',
        source: { kind: 'playbook', name: 'Guide', cardId: 'delivery-delay' },
      },
    ]);
  });

  it('raises an alert when it is very negative, and no second within 30 s', async () => {
    const { says, log, pass } = assistedCall();
    await says('customer', 'I am furious, this is horrible and outrageous!');
    await says('customer', 'This is horrible, I am furious!');
    expect(log.dataOf('sentiment.alerted')).toHaveLength(1);
    await pass(31_000);
    await says('customer', 'I am furious, this is horrible!');
    expect(log.dataOf('sentiment.alerted')).toHaveLength(2);
  });

  it('counts those 30 s from words to words, however late they are text', async () => {
    const { says, log } = assistedCall({ recognitionMs: 2_000 });
    await says('customer', 'Hello.', 2_000);
    await says('customer', 'I am furious, this is horrible and outrageous!', 29_999);
    await says('customer', 'This is horrible, I am furious!', 1);
    expect(log.dataOf('sentiment.alerted')).toHaveLength(1);
    await says('customer', 'I am furious, this is horrible!');
    expect(log.dataOf('sentiment.alerted')).toHaveLength(2);
  });

  it('names an order of the directory once in a call, by either side', async () => {
    const { says, log } = assistedCall({ owners: { '4521': 'customer-7' } });
    await says('customer', 'It is order four five two one.');
    await says('agent', 'Order 4521, thank you.');
    await says('customer', 'Not order 9999.');
    expect(log.dataOf('order.mentioned')).toMatchObject([
      { orderNumber: '4521', customerId: aCustomerId('customer-7') },
    ]);
  });

  it('shows the best card and the best important one, the important last', async () => {
    const { says, offered } = assistedCall({ cards });
    await says('customer', 'It is late and broken, my Visa is 4111');
    expect(offered().map(({ source }) => source.cardId)).toEqual(['delivery-delay', 'card-number']);
  });

  it('waits no longer than 100 ms for a directory that is slow, nor stops when it fails', async () => {
    const slow = assistedCall({ cards, find: () => new Promise(() => undefined) });
    await slow.web(newEvent('customer.linked', { customerId: aCustomerId('c'), by: 'match' }));
    await slow.says('customer', 'It is late.', 150);
    expect(slow.offered()).toHaveLength(1);
    const failing = assistedCall({ cards, find: () => Promise.reject(new Error('away')) });
    await failing.web(newEvent('customer.linked', { customerId: aCustomerId('c'), by: 'match' }));
    await failing.says('customer', 'It is late.');
    expect(failing.offered()).toHaveLength(1);
    expect(failing.failures).toHaveLength(1);
  });

  it('is left to what is said after it, unless that is a mere sign of listening', async () => {
    const saidThen = async (words: string) => {
      const call = assistedCall({ cards, find: () => new Promise(() => undefined) });
      await call.web(newEvent('customer.linked', { customerId: aCustomerId('c'), by: 'match' }));
      await call.says('customer', 'I ordered it last week.', 0);
      await call.says('customer', 'It is late.', 0);
      await call.says('customer', words, 500);
      return call.offered('playbook').length;
    };
    expect(await saidThen('I am at home.')).toBe(0);
    expect(await saidThen('Okay.')).toBe(1);
  });
});

describe('a card', () => {
  it('is not offered again while it is open, nor within a minute after', async () => {
    const { says, offered, pass, web } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('customer', 'It is so late.');
    const [card] = offered();
    await web(
      newEvent('suggestion.accepted', {
        suggestionId: card?.suggestionId ?? aSuggestionId(),
        how: 'said',
      }),
    );
    await says('customer', 'But it is late.');
    expect(offered()).toHaveLength(1);
    await pass(60_000);
    await says('customer', 'And still it is late.');
    expect(offered()).toHaveLength(2);
  });

  it.each(['suggestion.dismissed', 'suggestion.marked-wrong'] as const)(
    'never comes back after %s',
    async (type) => {
      const { says, offered, pass, web } = assistedCall({ cards });
      await says('customer', 'It is late.');
      await web(newEvent(type, { suggestionId: offered()[0]?.suggestionId ?? aSuggestionId() }));
      await pass(300_000);
      await says('customer', 'It is late.');
      expect(offered('playbook')).toHaveLength(1);
    },
  );

  it('goes when the agent has said it, in one segment or two', async () => {
    const { says, expired } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('agent', 'I will check with');
    expect(expired()).toEqual([]);
    await says('agent', 'the carrier for you.');
    expect(expired()).toEqual(['delivery-delay said']);
  });

  it('goes when the agent has answered and the customer has gone on to something else', async () => {
    const { says, expired } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('customer', 'I ordered it last week.');
    await says('agent', 'I am sorry to hear that.');
    expect(expired()).toEqual([]);
    await says('customer', 'Okay.');
    expect(expired()).toEqual([]);
    await says('customer', 'Also I want to change my plan.');
    expect(expired()).toEqual(['delivery-delay moved-on']);
  });

  it('stays while the customer comes back to it, and after a mere sign of listening', async () => {
    const { says, expired } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('agent', 'Mm-hm.');
    await says('customer', 'I ordered it last week.');
    await says('agent', 'Which order is it?');
    await says('customer', 'The one that is late.');
    expect(expired()).toEqual([]);
  });

  it('goes after 90 s', async () => {
    const { says, expired, pass } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await pass(89_000);
    expect(expired()).toEqual([]);
    await pass(1_500);
    expect(expired()).toEqual(['delivery-delay timed-out']);
  });

  it('goes after 90 s also when the timer is a moment ahead of the clock', async () => {
    let lagMs = 0;
    const { says, expired, pass } = assistedCall({ cards, clockLagMs: () => lagMs });
    await says('customer', 'It is late.');
    lagMs = 1;
    await pass(91_500);
    expect(expired()).toEqual(['delivery-delay timed-out']);
  });

  it('that is too old is asked to go once a second while the log refuses it', async () => {
    const { says, log, pass } = assistedCall({ cards });
    await says('customer', 'It is late.');
    log.refuse('suggestion.expired');
    await pass(100_000);
    expect(log.refused).toBeGreaterThan(5);
    expect(log.refused).toBeLessThan(12);
  });

  it('makes room for a newer one when two are open', async () => {
    const { says, expired } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('customer', 'And broken.');
    await says('customer', 'I want a refund.');
    expect(expired()).toEqual(['delivery-delay crowded-out']);
  });

  it('of importance is not pushed out by what matters less, a model’s among it', async () => {
    const model = createFakeSuggester();
    const { says, expired, offered, drafts } = assistedCall({ cards, model });
    await says('customer', 'My Visa is here.');
    await says('customer', 'I was charged twice.');
    await says('customer', 'And it is late.', 3_000);
    expect(expired()).toEqual([]);
    expect(offered().map(({ source }) => source.cardId)).toEqual(['card-number', 'double-charge']);
    expect(drafts.at(-1)?.kind).toBe('suggestion-withdrawn');
  });

  it('comes back as soon as it fits again when others had crowded it out', async () => {
    const { says, expired, offered } = assistedCall({ cards });
    await says('customer', 'My Visa is here.');
    await says('customer', 'I was charged twice.');
    await says('customer', 'I am so angry.');
    expect(expired()).toEqual(['card-number crowded-out']);
    await says('customer', 'The Visa is 4111.');
    expect(offered().at(-1)?.source.cardId).toBe('card-number');
  });

  it('comes up for what the agent should not have said', async () => {
    const { says, offered } = assistedCall({ cards });
    await says('agent', 'That is your fault.');
    expect(offered().map(({ source }) => source.cardId)).toEqual(['never-blame']);
  });
});

describe('how much the agent wants to see', () => {
  it('none: no cards and no model, yet sentiment and orders', async () => {
    const model = createFakeSuggester();
    const call = assistedCall({ cards, model, owners: { '4521': 'c' } });
    await call.web(newEvent('suggestion.density-changed', { density: 'none' }));
    await call.says('customer', 'Order 4521 is late, my Visa is 4111.', 4_000);
    expect(call.offered()).toEqual([]);
    expect(model.requests).toEqual([]);
    expect(call.log.dataOf('sentiment.scored')).toHaveLength(1);
    expect(call.log.dataOf('order.mentioned')).toHaveLength(1);
  });

  it('none: what was open goes all the same, so that nothing old is there on coming back', async () => {
    const { says, web, expired } = assistedCall({ cards });
    await says('customer', 'It is late.');
    await says('customer', 'And broken.');
    await web(newEvent('suggestion.density-changed', { density: 'none' }));
    await says('agent', 'I will check with the carrier.');
    await says('customer', 'Also I want to change my plan.');
    expect(expired()).toEqual(['delivery-delay said', 'damaged-item moved-on']);
  });

  it('important: important cards alone, nothing generic, no model', async () => {
    const model = createFakeSuggester();
    const call = assistedCall({ cards, model });
    await call.web(newEvent('suggestion.density-changed', { density: 'important' }));
    await call.says('customer', 'It is late, my Visa is 4111.', 4_000);
    await call.says('customer', strange, 4_000);
    expect(call.offered().map(({ source }) => source.cardId)).toEqual(['card-number']);
    expect([model.requests, call.drafts]).toEqual([[], []]);
  });
});

describe('a bot that takes over', () => {
  it('neither repeats nor forgets what the one before did', async () => {
    const first = assistedCall({ cards, owners: { '4521': 'c' } });
    await first.says('customer', 'Order 4521 is late.');
    await first.says('customer', 'And broken.');
    const suggestionId = first.offered()[1]?.suggestionId ?? aSuggestionId();
    await first.web(newEvent('suggestion.dismissed', { suggestionId }));
    const before = first.log.events.length;
    void first.assist.finish();
    const second = assistedCall({ cards, owners: { '4521': 'c' }, log: first.log });
    await second.pass(500);
    expect(second.log.events).toHaveLength(before);
    await second.says('customer', 'As I said, late and broken, order 4521.');
    expect(second.offered()).toHaveLength(2);
    expect(second.log.dataOf('order.mentioned')).toHaveLength(1);
    expect(second.fates).toEqual([]);
  });

  it.each([
    ['answers what was just said', 0, 1],
    ['only scores what was said long ago', 60_000, 0],
  ])('%s and nobody dealt with', async (_what, agoMs, cardCount) => {
    const log = createFakeLog();
    void log.append(final('customer', 'I want a refund.', 1_000));
    void log.append(final('agent', 'Hello?', 500));
    await vi.advanceTimersByTimeAsync(1_000 + agoMs);
    const { log: after, offered, pass } = assistedCall({ cards, log });
    await pass(300);
    expect(after.dataOf('sentiment.scored')).toHaveLength(1);
    expect(offered()).toHaveLength(cardCount);
  });
});

describe('trouble', () => {
  it('with a directory is logged without what was asked for', async () => {
    const find = () => Promise.reject(new RangeError('Nobody is called "Ann Miller".'));
    const { says, web, logged } = assistedCall({ cards, find });
    await web(newEvent('customer.linked', { customerId: aCustomerId('c'), by: 'match' }));
    await says('customer', 'It is late.');
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { what: 'record', error: 'RangeError', msg: 'Helping the agent failed in part.' },
    ]);
    expect(logged.join()).not.toMatch(/Ann|late/);
  });

  it('with the log delays help, never loses the order of things', async () => {
    const { says, log, offered, pass, expired } = assistedCall({ cards });
    await says('customer', 'Hello there.');
    log.setAway(true);
    await says('customer', 'It is late.', 2_000);
    expect(offered()).toEqual([]);
    log.setAway(false);
    await pass(300);
    expect(offered()).toHaveLength(1);
    await says('agent', 'I check with the carrier.');
    expect(expired()).toEqual(['delivery-delay said']);
  });

  it('ends with the call: nothing is offered after it, and no timer is left', async () => {
    const { says, web, offered, assist, pass, drafts } = assistedCall({
      cards,
      model: createFakeSuggester(),
    });
    await says('customer', strange, 500);
    await web(newEvent('call.ended', { reason: 'customer-hung-up' }));
    expect(drafts.at(-1)?.kind).toBe('suggestion-withdrawn');
    await says('customer', 'It is late.', 1_000);
    expect(offered()).toEqual([]);
    await Promise.all([assist.finish(), pass(500)]);
    await assist.finish();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('settings that an admin changes during the call', () => {
  it('take an open card away as soon as it is too old for them', async () => {
    const { says, pass, set, expired } = assistedCall({ cards });
    await says('customer', 'My parcel is late.');
    await pass(40_000);
    set({ cardSeconds: 60 });
    await pass(19_000);
    expect(expired()).toEqual([]);
    await pass(2_000);
    expect(expired()).toEqual(['delivery-delay timed-out']);
    await says('customer', 'My parcel is late.');
    await pass(30_000);
    set({ cardSeconds: 15 });
    await pass(100);
    expect(expired()).toEqual(['delivery-delay timed-out', 'delivery-delay timed-out']);
  });

  it('alert sooner, and more often', async () => {
    const { says, log, set } = assistedCall();
    await says('customer', 'I am furious, this is horrible and outrageous!');
    await says('customer', 'This is horrible, I am furious!', 10_000);
    expect(log.dataOf('sentiment.alerted')).toHaveLength(1);
    set({ alertPauseSeconds: 5 });
    await says('customer', 'I am furious, this is horrible!');
    expect(log.dataOf('sentiment.alerted')).toHaveLength(2);
    set({ alertBelow: -1, alertPauseSeconds: 0 });
    await says('customer', 'I am furious, this is horrible!');
    expect(log.dataOf('sentiment.alerted')).toHaveLength(2);
  });

  it('are followed no more once the call is over', async () => {
    const { says, pass, set, assist, failures } = assistedCall({ cards });
    await says('customer', 'My parcel is late.');
    await assist.finish();
    set({ cardSeconds: 15 });
    await pass(60_000);
    expect(failures).toEqual([]);
  });
});
