import { randomUUID } from 'node:crypto';
import type { Conversation } from '@agent/playbook';
import { createLog } from '@agent/process/log';
import {
  type CallEvent,
  type DataMessage,
  decodeDataMessage,
  type NewCallEvent,
  playbookCardSchema,
  readersOf,
  settingPresets,
} from '@agent/protocol';
import * as store from '@agent/store';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { anEventId, aQueueId, aSegmentId, aUserId } from '@agent/testing/ids';
import { startModelServer } from '@agent/testing/model-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistServices } from '../assist-services.ts';
import { createCallStore } from '../calls/call-store.ts';
import { botEnvSchema } from '../env-schema.ts';
import { createMetrics } from '../health/metrics.ts';
import { createCallPublisher } from '../publish/call-publisher.ts';
import { createDataSender } from '../publish/data-sender.ts';
import { until } from '../test-support/live-call.ts';
import { acceptedCall } from '../test-support/stored-call.ts';
import { startAssist } from './assist.ts';
import { final } from './test-support/call-log.ts';

const card = playbookCardSchema.parse({
  id: 'delivery-delay',
  title: 'Late delivery',
  phrases: ['my parcel is late', 'my order is late'],
  suggestion: 'I am sorry. May I check with the carrier[, {name}]?',
  reasoning: 'They want to know what happens.',
  action: 'empathise',
  confidence: 0.9,
  source: 'Delivery guide',
});

const lateOrder: Conversation = {
  said: [
    {
      ...{ segmentId: aSegmentId(), speaker: 'customer', text: 'My order is late.' },
      ...{ endMs: 1_000, sentiment: null },
    },
  ],
  ...{ customerName: null, record: undefined, isVerified: false, orderNumber: undefined },
  namedOrders: [],
};

describe('help for the agent, with Postgres and a model', () => {
  let postgres: TestServer;
  let db: store.Database;
  const closing: (() => unknown)[] = [];

  beforeAll(async () => {
    postgres = await startTestServer();
    const databaseUrl = await postgres.createDatabase();
    await store.migrate(databaseUrl);
    db = store.openDatabase(databaseUrl);
    await store.seedPlaybook(db, [card]);
  }, 120_000);
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
    await store.closeDatabase(db);
    await postgres.close();
  }, 60_000);

  async function startCall(modelOptions: Parameters<typeof startModelServer>[0] = {}) {
    const model = await startModelServer({ firstTokenMs: 100, pieceMs: 3, ...modelOptions });
    closing.push(model.close);
    const env = botEnvSchema.parse({
      DATABASE_URL: 'postgres://localhost/x',
      LIVEKIT_URL: 'ws://localhost:1',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'secret',
      SUGGEST_MODEL: 'a-model',
      SUGGEST_BASE_URL: model.url,
    });
    const metrics = createMetrics();
    const logger = createLog({ part: 'bot', level: 'silent' });
    const log = createCallStore(db, randomUUID(), { onUnreadable: () => undefined });
    const { readLog } = log;
    const { services, summaries, close } = await openAssistServices({
      ...{ env, db, readLog, metrics, logger },
      append: log.append,
    });
    closing.push(close);
    const call = await acceptedCall(db, { customerName: 'Ann Miller' });
    const [callId, answeredAtMs] = [call.id, call.answeredAt?.getTime() ?? Number.NaN];
    const sent: { message: DataMessage | undefined; to: readonly string[] }[] = [];
    const send = createDataSender({
      room: () => async (bytes, to) => {
        sent.push({ message: decodeDataMessage(bytes), to });
      },
      onUnsent: () => undefined,
    });
    const publisher = createCallPublisher({
      callId,
      readers: () => readersOf({ customerIdentity: 'the-customer', agentIdentity: 'the-agent' }),
      log,
      send,
      sendToStaff: send,
      tellSupervisors: () => undefined,
      onAppended: () => undefined,
      onStored: (envelope) => assist.receive(envelope),
      onLost: () => undefined,
    });
    const assist = startAssist({
      services,
      callId,
      queueId: aQueueId(),
      clock: () => Date.now() - answeredAtMs,
      append: publisher.append,
      sayToAgent: publisher.sayToAgent,
      watcher: metrics.assistWatcher,
      logger,
    });
    closing.push(assist.finish);
    const clock = () => Date.now() - answeredAtMs;
    const sentEvent = (type: CallEvent['type'], kind?: string) =>
      sent.find(({ message }) => {
        if (message?.kind !== 'event' || message.envelope.event.type !== type) return false;
        const { data } = message.envelope.event;
        return kind === undefined || ('source' in data && Object(data.source).kind === kind);
      });
    const { settings, playbook } = services;
    return {
      ...{ callId, publisher, assist, sent, sentEvent, clock, metrics, summaries, readLog },
      ...{ settings, playbook },
    };
  }

  it('brings a card, a model’s card and a score to the agent, and nothing of it to the customer', async () => {
    const { publisher, sent, sentEvent, clock, metrics } = await startCall();
    await until(() => sentEvent('assist.changed') !== undefined);
    const event = final('customer', 'My order is late and I am angry.', clock());
    await publisher.append(event);
    await until(() => sentEvent('suggestion.offered', 'model') !== undefined);
    const kinds = sent.flatMap(({ message }) =>
      message?.kind === 'event' && message.envelope.event.type === 'suggestion.offered'
        ? [message.envelope.event.data.source.kind]
        : [],
    );
    expect(kinds).toEqual(['playbook', 'model']);
    expect(sentEvent('sentiment.scored')).toBeDefined();
    expect(sent.some(({ message }) => message?.kind === 'suggestion-draft')).toBe(true);
    const toCustomer = sent.filter(({ to }) => to.includes('the-customer'));
    expect(toCustomer.map(({ message }) => message)).toMatchObject([
      { kind: 'event', envelope: { event: { type: 'segment.final' } } },
    ]);
    const counted = await metrics.registry.metrics();
    expect(counted).toContain('bot_suggestions_total{source="playbook",fate="offered"} 1');
    expect(counted).toContain('bot_model_seconds_count{outcome="ok"} 1');
  });

  it('goes by what admins set, within 2 s, also in a call that goes on', async () => {
    const { publisher, sentEvent, clock, settings } = await startCall();
    await until(() => sentEvent('assist.changed') !== undefined);
    const set = async (key: 'alertBelow' | 'cardConfidence', value: number | null) => {
      await db`insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)`;
      const expected = value ?? settingPresets[key];
      await expect.poll(() => settings.current()[key], { timeout: 2_000 }).toBe(expected);
    };
    await set('alertBelow', -1);
    await set('cardConfidence', 0.95);
    await publisher.append(final('customer', 'My order is late, I am furious!', clock()));
    // Neither card nor model is sure enough.
    await until(() => sentEvent('suggestion.offered', 'generic') !== undefined);
    expect(sentEvent('suggestion.offered', 'playbook')).toBeUndefined();
    expect(sentEvent('sentiment.alerted')).toBeUndefined();
    await set('alertBelow', null);
    await set('cardConfidence', null);
    await publisher.append(final('customer', 'My parcel is late, this is horrible!', clock()));
    await until(() => sentEvent('suggestion.offered', 'playbook') !== undefined);
    await until(() => sentEvent('sentiment.alerted') !== undefined);
  });

  it('keeps to the cards of the call’s queue, within 2 s, also in a call that goes on', async () => {
    const { publisher, sentEvent, clock, playbook } = await startCall();
    await until(() => sentEvent('assist.changed') !== undefined);
    const choose = async (version: number, cardIds: string[] | null) => {
      await store.changeQueue(db, aQueueId(), { version, cardIds });
      const expected = cardIds === null;
      const matches = () => playbook(aQueueId()).match(lateOrder).length > 0;
      await expect.poll(matches, { timeout: 2_000 }).toBe(expected);
    };
    await choose(1, []);
    await publisher.append(final('customer', 'My order is late.', clock()));
    await until(() => sentEvent('suggestion.offered', 'model') !== undefined);
    expect(sentEvent('suggestion.offered', 'playbook')).toBeUndefined();
    await choose(2, null);
    await publisher.append(final('customer', 'My parcel is late!', clock()));
    await until(() => sentEvent('suggestion.offered', 'playbook') !== undefined);
  });

  it('uses cards as admins change, switch, restore and add them, within 2 s, in a call that goes on', async () => {
    const { publisher, sentEvent, clock, playbook } = await startCall();
    await until(() => sentEvent('assist.changed') !== undefined);
    const by = { userId: aUserId(), displayName: 'Ada Admin' };
    const save = async (change: Omit<store.CardChange, 'by'>, texts: readonly string[]) => {
      expect(await store.saveCard(db, { ...change, by })).toMatchObject({ outcome: 'saved' });
      const said = () =>
        playbook(aQueueId())
          .match(lateOrder)
          .map(({ suggestion }) => suggestion);
      await expect.poll(said, { timeout: 2_000 }).toEqual(texts);
    };
    const old = 'I am sorry. May I check with the carrier?';
    const { id } = card;
    await save({ id, version: 1, card: { ...card, suggestion: 'I will see to it.' } }, [
      'I will see to it.',
    ]);
    await save({ id, version: 2, enabled: false }, []);
    await publisher.append(final('customer', 'My order is late.', clock()));
    await until(() => sentEvent('suggestion.offered', 'model') !== undefined);
    expect(sentEvent('suggestion.offered', 'playbook')).toBeUndefined();
    await save({ id: 'own', version: 0, card: { ...card, id: 'own', suggestion: 'Mine.' } }, [
      'Mine.',
    ]);
    await save({ id: 'own', version: 1, enabled: false }, []);
    await save({ id, version: 3, card, restoredVersion: 1, enabled: true }, [old]);
    await publisher.append(final('customer', 'My parcel is late!', clock()));
    await until(() => sentEvent('suggestion.offered', 'playbook') !== undefined);
  });

  it.each([
    ['what was said', 'The agent will send a new lamp.', 'shown'],
    ['what was not', 'The agent will send two new lamps.', 'unfit-answer'],
  ])('sums a call up that is over: a model that tells %s', async (_, summary, outcome) => {
    const { callId, publisher, clock, metrics, summaries, readLog } = await startCall({
      answer: () => ({ summary }),
    });
    const lines = ['My lamp came broken.', 'I will send you a new lamp.', 'Thanks.', 'Goodbye.'];
    for (const [index, line] of lines.entries()) {
      await publisher.append(final(index % 2 ? 'agent' : 'customer', line, clock()));
    }
    await store.endCall(db, callId, 'customer-hung-up');
    summaries?.add(callId);
    const counted = `bot_summaries_total{outcome="${outcome}"} 1`;
    await expect.poll(() => metrics.registry.metrics(), { timeout: 10_000 }).toContain(counted);
    await summaries?.close();
    const { envelopes } = await readLog(callId, 0);
    const told = envelopes.flatMap(({ event }) =>
      event.type === 'call.summarised' ? [event.data.text] : [],
    );
    expect(told).toEqual(outcome === 'shown' ? [summary] : []);
  });

  it('hears of what the web app appends: no cards once the agent wants none', async () => {
    const { callId, publisher, assist, sentEvent, clock } = await startCall();
    await until(() => sentEvent('assist.changed') !== undefined);
    const density: NewCallEvent = {
      eventId: anEventId(),
      actor: 'agent',
      type: 'suggestion.density-changed',
      data: { density: 'none' },
    };
    const { event } = await store.appendCallEvent(db, callId, density);
    assist.note(event.seq);
    await publisher.append(final('customer', 'My parcel is late.', clock()));
    await until(() => sentEvent('sentiment.scored') !== undefined);
    await assist.finish();
    expect(sentEvent('suggestion.offered')).toBeUndefined();
  });
});
