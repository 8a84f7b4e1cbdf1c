import { aCustomerId, aSegmentId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { final, newEvent } from '../test-support/call-log.ts';
import { foldedCall } from '../test-support/folded-call.ts';
import { orderInQuestion } from './order-in-question.ts';

const [ann, bob] = [aCustomerId('ann'), aCustomerId('bob')];
const owners = { '4521': ann, '4187': ann, '9999': bob, 'S-20418': ann, '20418': bob };

/** The order in question after these lines, "c:" said by the customer and "a:" by the agent. */
function after(
  lines: readonly string[],
  { linked, named = [] }: { linked?: string; named?: readonly (keyof typeof owners)[] } = {},
) {
  const said = lines.map((line, index) => {
    const endMs = (index + 1) * 2_000;
    const speaker = line.startsWith('a:') ? 'agent' : 'customer';
    return [endMs, final(speaker, line.slice(2).trim(), endMs)] as const;
  });
  const mentions = Object.entries(owners)
    .filter(([orderNumber]) => !named.some((late) => late === orderNumber))
    .map(([orderNumber, customerId]) => {
      const data = { segmentId: aSegmentId(said[0]?.[1].eventId), orderNumber, customerId };
      return [1, newEvent('order.mentioned', data)] as const;
    });
  const link = linked
    ? [[1, newEvent('customer.linked', { customerId: aCustomerId(linked), by: 'agent' })] as const]
    : [];
  const state = foldedCall([...said, ...mentions, ...link]);
  const last = state.segments.at(-1);
  if (!last) throw new Error('Nothing was said.');
  const late = named.map((orderNumber) => ({ orderNumber, customerId: owners[orderNumber] }));
  return orderInQuestion(state, last, late);
}

describe('orderInQuestion', () => {
  it('is the order named last, by either side, however often before', () => {
    const lines = ['c: Order 4521 is late.', 'c: Or 4187?', 'a: Back to 4521.', 'c: Where is it?'];
    expect(after(lines)).toBe('4521');
    expect(after(lines.slice(0, 2))).toBe('4187');
    expect(after(['c: It is 4521 or 4187, no, 4521.'])).toBe('4521');
  });

  it('knows a number over a pause, without its letters, or beside a count', () => {
    expect(after(['c: It is 4187.', 'c: No, it is four five.', 'c: Two one.'])).toBe('4521');
    expect(after(['c: It is 4187.', 'c: And 4521 two weeks ago.'])).toBe('4521');
    expect(after(['c: It is 4187.', 'c: No, S two zero four one eight.'])).toBe('S-20418');
  });

  it('is one of the linked customer', () => {
    const lines = ['c: It is 4521.', 'c: Or was it 9999?', 'c: Where is it?'];
    expect(after(lines)).toBe('9999');
    expect(after(lines, { linked: 'ann' })).toBe('4521');
    expect(after(['c: It is 20418.'], { linked: 'ann' })).toBe('S-20418');
    expect(after(['c: It is 20418.'])).toBe('20418');
    expect(after(lines, { linked: 'eve' })).toBeUndefined();
  });

  it('counts an order that the log does not have yet', () => {
    const lines = ['c: It is 4521.', 'c: No, 4187.'];
    expect(after(lines, { named: ['4187'] })).toBe('4187');
  });

  it('is the newest one known when none was named lately', () => {
    const passing = Array.from({ length: 70 }, () => 'a: Let me see.');
    expect(after(['c: It is 4187.', ...passing], { linked: 'bob' })).toBe('20418');
  });
});
