import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assistedCall } from './test-support/assisted-call.ts';
import { createFakeSuggester } from './test-support/fake-suggester.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an order that is named again', () => {
  it('is in question again, also for a bot that takes over', async () => {
    const owners = { '4521': 'ann', '4187': 'ann' };
    const first = assistedCall({ owners });
    await first.says('customer', 'My order 4521 is not here yet.');
    await first.says('customer', 'Order 4187 came last week.');
    await first.says('customer', 'Back to 4521.');
    void first.assist.finish();
    const model = createFakeSuggester();
    const second = assistedCall({ owners, model, log: first.log });
    await second.pass(500);
    await second.says('customer', 'So where is it now?');
    expect(model.requests.at(-1)?.conversation.orderNumber).toBe('4521');
    expect(first.log.dataOf('order.mentioned')).toHaveLength(2);
  });
});
