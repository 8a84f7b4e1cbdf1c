import type { CallEvent, CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { type ModelServer, startModelServer } from '@agent/testing/model-server';
import { loadScript, type Script } from '@agent/testing/script';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsOf, query, storedEvents } from './call-log.ts';
import { suggestionCards, suggestionPanel } from './desk.ts';
import { acceptCall, callIn, endCall, openPair, type Pair, type Person } from './people.ts';
import { shownText } from './shown-text.ts';
import { loggedErrors } from './spoken-words.ts';
import { startTestStack } from './test-stack.ts';

/** Longer than the bot waits for the next words of a model. */
const SLOW_PIECE_MS = 3_500;

describe('a call in which a part of the stack fails', () => {
  let stack: Stack;
  let model: ModelServer;
  let script: Script;
  let pair: Pair;
  let customer: Person;
  let agent: Person;
  let callId: CallId;

  beforeAll(async () => {
    model = await startModelServer({ slowPieceMs: SLOW_PIECE_MS });
    stack = await startTestStack({
      SUGGEST_MODEL: 'faked',
      SUGGEST_BASE_URL: model.url,
      SUGGEST_API_KEY: 'faked',
    });
    script = await loadScript('double-charge');
  });
  afterAll(async () => {
    await stack?.close();
    await model?.close();
  });
  beforeEach(async () => {
    pair = await openPair(stack, script.wavPaths, 'agent1');
    ({ customer, agent } = pair);
    callId = await callIn(customer, { name: 'James Carter', contact: 'james.carter@example.com' });
    await acceptCall(agent, customer);
    await untilHeard(1);
  });
  afterEach(async () => {
    await endCall(agent, customer);
    await pair.close();
  });

  it('has another bot in the room when one is killed, marks the gap and repeats nothing', async () => {
    const [before] = await lease();
    const killedAtMs = performance.now();
    stack.kill('bot', 'SIGKILL');
    await expect
      .poll(async () => (await lease())[0], { timeout: 30_000, interval: 200 })
      .toSatisfy((now?: Lease) => now?.isAlive === true && now.botId !== before?.botId);
    const tookMs = Math.round(performance.now() - killedAtMs);
    process.stdout.write(`Another bot had the call after ${tookMs} ms.\n`);
    await untilHeard((await finals()).length + 3);
    const events = await log();
    const gaps = eventsOf(events, 'transcript.gap');
    expect(new Set(gaps.map(({ data }) => data.speaker))).toEqual(new Set(['customer', 'agent']));
    expect(gaps.every(({ data }) => data.reason === 'bot-restarted')).toBe(true);
    expectNothingTwice(events);
    await expectScreensToShow(events);
  });

  it('keeps what is said while Postgres is away for 10 s, and stores it in order', async () => {
    await stack.stop('postgres');
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await stack.start('postgres');
    await untilSpoken();
    const events = await log();
    expect(eventsOf(events, 'transcript.gap')).toEqual([]);
    expectWordsOf(script, events);
    expectNothingTwice(events);
    expectOrderPerSpeaker(events);
    await expectScreensToShow(events);
  });

  it('goes on as the same call when LiveKit is restarted', async () => {
    await stack.restart('livekit');
    const heard = (await finals()).length;
    await untilHeard(heard + 2);
    expect((await query<{ status: string }>(stack.databaseUrl, callRow('status')))[0]?.status).toBe(
      'active',
    );
    const events = await log();
    expectNothingTwice(events);
    await expectScreensToShow(events);
  });

  it('says that speech-to-text is gone, and catches up when it is back', async () => {
    await stack.stop('whisper');
    for (const { page } of [customer, agent]) {
      await page
        .getByText(/(Captions|Transcription).*(off|late)/i)
        .first()
        .waitFor();
    }
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await stack.start('whisper');
    await untilSpoken();
    const events = await log();
    expectWordsOf(script, events);
    expect(eventsOf(events, 'transcription.changed').at(-1)?.data.status).toBe('live');
    expectNothingTwice(events);
    await expectScreensToShow(events);
  });

  const modelFaults = {
    'is killed': () => model.close(),
    hangs: async () => model.setBehaviour('hangs'),
    'is slow': async () => model.setBehaviour('slow'),
    'writes no JSON': async () => model.setBehaviour('wrong-json'),
  };

  it.each(Object.entries(modelFaults))(
    'has a card without the model when it %s, says so, and goes back to it afterwards',
    async (fault, strike) => {
      await strike();
      const { lagMs, kind } = await firstCard();
      process.stdout.write(`When the model ${fault} a card is there after ${lagMs} ms.\n`);
      expect(kind).not.toBe('model');
      await suggestionCards(agent.page).first().waitFor();
      const words = suggestionPanel(agent.page).getByText(/The model .+ come from the playbook/);
      await words.waitFor();

      if (fault === 'is killed')
        model = await startModelServer({ port: model.port, slowPieceMs: SLOW_PIECE_MS });
      else model.setBehaviour('answers');
      await words.waitFor({ state: 'detached', timeout: 40_000 });
      const events = await log();
      expect(eventsOf(events, 'assist.changed').at(-1)?.data).toEqual({
        model: 'ready',
        reason: null,
      });
      const transcription = eventsOf(events, 'transcription.changed').map(
        ({ data }) => data.status,
      );
      expect(transcription).not.toContain('off');
      expect(eventsOf(events, 'transcript.gap')).toEqual([]);
      expectNothingTwice(events);
      await expectScreensToShow(events);
    },
  );

  /** The first complete suggestion for the customer's first words, and how long after them, as logged. */
  async function firstCard() {
    const found = async () => {
      const events = await log();
      const said = eventsOf(events, 'segment.final').find(
        ({ data }) => data.speaker === 'customer',
      );
      const offered = eventsOf(events, 'suggestion.offered').find(
        ({ data }) => data.segmentId === said?.data.segmentId,
      );
      if (!said || !offered) return undefined;
      const lagMs = Date.parse(offered.at) - Date.parse(said.at);
      return { lagMs, kind: offered.data.source.kind };
    };
    return vi.waitUntil(found, { timeout: 30_000, interval: 250 });
  }

  interface Lease {
    botId: string | null;
    isAlive: boolean;
  }

  function callRow(columns: string): string {
    return `select ${columns} from calls where id = '${callId}'`;
  }

  function lease(): Promise<Lease[]> {
    const columns = `bot_id as "botId", coalesce(bot_lease_until > now(), false) as "isAlive"`;
    return query<Lease>(stack.databaseUrl, callRow(columns));
  }

  function log(): Promise<CallEvent[]> {
    return storedEvents(stack.databaseUrl, callId);
  }

  async function finals() {
    return eventsOf(await log(), 'segment.final');
  }

  async function untilHeard(count: number): Promise<void> {
    await expect
      .poll(async () => (await finals()).length, { timeout: 60_000, interval: 500 })
      .toBeGreaterThanOrEqual(count);
  }

  /** Waits until the whole script has been heard, give or take a few words. */
  async function untilSpoken(): Promise<void> {
    await expect
      .poll(
        async () => {
          const { customer, agent } = loggedErrors(script, await log());
          return customer.deletions + agent.deletions;
        },
        { timeout: script.durationMs + 30_000, interval: 1_000 },
      )
      .toBeLessThanOrEqual(6);
  }

  async function expectScreensToShow(events: readonly CallEvent[]): Promise<void> {
    const stored = eventsOf(events, 'segment.final').map(({ data }) => data.segmentId);
    for (const { page } of [customer, agent]) {
      await expect
        .poll(async () => {
          const { segments } = await shownText(page);
          return segments.filter(({ state }) => state === 'final').map(({ id }) => id);
        })
        .toEqual(expect.arrayContaining(stored));
      expect((await shownText(page)).faults).toEqual([]);
    }
  }
});

function expectWordsOf(script: Script, events: readonly CallEvent[]): void {
  const { customer, agent } = loggedErrors(script, events);
  expect(customer.rate).toBeLessThan(0.15);
  expect(agent.rate).toBeLessThan(0.15);
}

function expectNothingTwice(events: readonly CallEvent[]): void {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  for (const speaker of ['customer', 'agent']) {
    const spans = eventsOf(events, 'segment.final')
      .map(({ data }) => data)
      .filter((data) => data.speaker === speaker)
      .toSorted((a, b) => a.startMs - b.startMs);
    for (const [index, span] of spans.entries()) {
      expect(span.startMs).toBeGreaterThanOrEqual((spans[index - 1]?.endMs ?? 0) - 250);
    }
  }
}

function expectOrderPerSpeaker(events: readonly CallEvent[]): void {
  for (const speaker of ['customer', 'agent']) {
    const starts = eventsOf(events, 'segment.final')
      .filter(({ data }) => data.speaker === speaker)
      .map(({ data }) => data.startMs);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  }
}
