import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHeardIn, recordedCall } from './test-support/recorded-call.ts';

// Sound is encoded and decoded here and nothing is timed, so a slow machine may take long.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    }),
);
afterEach(() => void vi.useRealTimers());

const speakers = { C: 'customer', A: 'agent', S: 'supervisor' } as const;
type Line = readonly [who: keyof typeof speakers, fromMs: number, toMs: number, text: string];

/** Plays lines, each of whose words are known `lateMs` after it was said, and hears what is kept. */
async function keep(lines: readonly Line[], lateMs = 1_500) {
  const call = await recordedCall();
  for (const [who, fromMs, toMs, text] of lines) {
    const speaker = speakers[who];
    if (call.clock() < fromMs) await call.hum(fromMs - call.clock());
    const segmentId = call.begin(speaker, fromMs);
    if (call.clock() < toMs + lateMs) await call.hum(toMs + lateMs - call.clock());
    call.say(speaker, [fromMs, toMs], text, segmentId);
  }
  await call.hum(12_000);
  await call.recording.finish();
  const { customer, agent } = await call.heard();
  const isHeard = (fromMs: number, toMs: number) =>
    isHeardIn(customer, fromMs, toMs) || isHeardIn(agent, fromMs, toMs);
  return { call, isHeard };
}

/** Lines of which nothing may be heard, in either lane; and that the rest is. */
async function expectSilent(lines: readonly Line[], numbers: readonly number[], lateMs?: number) {
  const { call, isHeard } = await keep(lines, lateMs);
  for (const [index, [, fromMs, toMs]] of lines.entries()) {
    const isSilent = numbers.includes(index);
    expect([index, isHeard(fromMs, toMs)]).toEqual([index, !isSilent]);
  }
  expect(call.ends.at(-1)?.masks).toEqual([]);
  return call;
}

describe('a card number', () => {
  it('is not to be heard in either lane, nor just around it', async () => {
    const call = await expectSilent(
      [
        ['C', 1_000, 3_000, 'Hello, I was charged twice.'],
        ['C', 6_000, 10_000, 'It is 4111 1111 1111 1111.'],
        ['A', 13_000, 15_000, 'Thank you, I have found it now.'],
      ],
      [1],
    );
    expect(call.dataOf('recording.masked')).toEqual([{ startMs: 5_700, endMs: 10_300 }]);
  });

  it('is silent in the voice of a supervisor who reads it back, too', async () => {
    await expectSilent(
      [
        ['C', 1_000, 3_000, 'My card number is 4111 1111 1111 1111.'],
        ['S', 5_000, 8_000, 'So that is 4111 1111 1111 1111.'],
        ['S', 14_000, 16_000, 'Thank you, I will look into it for you now.'],
      ],
      [0, 1],
    );
  });

  it('is silent from its first group on, however long the pauses between', async () => {
    await expectSilent(
      [
        ['C', 1_000, 2_000, 'One moment.'],
        ['C', 9_000, 10_000, '4111'],
        ['C', 19_000, 20_000, '1111'],
        ['C', 29_000, 30_000, '1111'],
        ['C', 39_000, 40_000, '1111'],
      ],
      [1, 2, 3, 4],
    );
  });

  it('is silent when the other side reads it back, or corrects it', async () => {
    await expectSilent(
      [
        ['A', 1_000, 2_000, 'Could you read me the card number?'],
        ['C', 3_000, 6_000, 'Four one one one, one one one one.'],
        ['A', 8_000, 10_000, 'Four one one one.'],
        ['C', 12_000, 13_000, 'No, sorry, four one one two.'],
        ['A', 18_000, 20_000, 'I have found the payment, thank you.'],
        ['C', 26_000, 27_000, 'That is all.'],
      ],
      [1, 2, 3],
    );
  });

  it('takes misheard digits between two groups along', async () => {
    await expectSilent(
      [
        ['A', 1_000, 2_000, 'Your card number, please?'],
        ['C', 9_000, 10_000, 'Four one one one.'],
        ['C', 11_000, 11_600, 'For won.'],
        ['C', 13_000, 14_000, 'One one one one.'],
        ['A', 24_000, 26_000, 'Thank you, I have found it now.'],
      ],
      [1, 2, 3],
    );
  });

  it('takes along what is misheard altogether, until the agent goes on', async () => {
    await expectSilent(
      [
        ['A', 1_000, 2_000, 'Could you read me the card number?'],
        ['C', 3_000, 4_000, 'Free free nero nine.'],
        ['C', 10_000, 11_000, 'Free time free nero.'],
        ['A', 17_000, 18_000, 'Near of near.'],
        ['C', 19_000, 20_000, 'Four one one one.'],
        ['C', 26_000, 27_000, 'Nylon.'],
        ['A', 33_000, 35_000, 'I have found the payment, thank you.'],
        ['C', 41_000, 42_000, 'Great, goodbye.'],
      ],
      [1, 2, 3, 4, 5],
    );
  });

  it('is silent when its words are known very late', async () => {
    await expectSilent(
      [
        ['C', 1_000, 2_000, 'I have it here.'],
        ['C', 9_000, 14_000, '4111 1111 1111 1111'],
      ],
      [1],
      40_000,
    );
  });
});

describe('other numbers', () => {
  it('are to be heard, also when they are long', async () => {
    const call = await expectSilent(
      [
        ['A', 1_000, 2_000, 'What is your order number?'],
        ['C', 3_000, 4_000, 'Four five two one.'],
        ['A', 6_000, 7_000, 'And your phone number?'],
        ['C', 8_000, 11_000, 'It is 555 123 4567.'],
        ['C', 14_000, 15_000, 'I paid 29 dollars.'],
      ],
      [],
    );
    expect(call.dataOf('recording.masked')).toEqual([]);
    expect(call.dataOf('recording.lost')).toEqual([]);
  });
});
