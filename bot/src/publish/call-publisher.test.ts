import {
  type CallEventEnvelope,
  type DataMessage,
  decodeDataMessage,
  encodeToSend,
  readersOf,
} from '@agent/protocol';
import { aCallId, anEventId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { logInMemory } from '../test-support/log-in-memory.ts';
import { createCallPublisher } from './call-publisher.ts';
import { createDataSender } from './data-sender.ts';
import { publishUpdate } from './publish-update.ts';

const callId = aCallId();
const readers = () => readersOf({ customerIdentity: 'the-customer', agentIdentity: 'the-agent' });

interface Setup {
  staffEvents?: number;
  /** The log cannot be reached. */
  isAway?: boolean;
  onStored?: (envelope: CallEventEnvelope) => void;
}

/** A publisher on a log in memory and a room that notes what it was given. */
function setUp({ staffEvents = 0, isAway = false, onStored = () => undefined }: Setup = {}) {
  const sent: { message: DataMessage | undefined; to: readonly string[] }[] = [];
  /** Identities that messages went to as the bot's own, each counted by LiveKit. */
  const counted: (readonly string[])[] = [];
  const sender = (isCounted: boolean) =>
    createDataSender({
      room: () => async (bytes, to) => {
        sent.push({ message: decodeDataMessage(bytes), to });
        if (isCounted) counted.push(to);
      },
      onUnsent: () => undefined,
    });
  const toSupervisors: DataMessage[] = [];
  const log = logInMemory({
    isUnavailable: () => isAway,
    failureOf: () => (isAway ? new Error('away') : undefined),
    staffEvents,
  });
  const { stored } = log;
  const publisher = createCallPublisher({
    callId,
    readers,
    log,
    send: sender(true),
    sendToStaff: sender(false),
    tellSupervisors: (message) => void toSupervisors.push(message),
    onAppended: () => undefined,
    onStored,
    onLost: () => undefined,
  });
  return { publisher, stored, sent, counted, toSupervisors };
}

const final = {
  kind: 'final',
  segment: {
    segmentId: aSegmentId(),
    startMs: 10,
    endMs: 900,
    text: 'Yes.',
    language: 'en',
    meanLogProbability: null,
  },
} as const;

describe('createCallPublisher', () => {
  it('stores a final before it tells both sides, each by name', async () => {
    const { publisher, stored, sent } = setUp();
    publishUpdate(publisher, callId, 'customer', final);
    await publisher.drained();
    expect(stored[0]).toMatchObject({
      eventId: final.segment.segmentId,
      type: 'segment.final',
      data: { speaker: 'customer', text: 'Yes.' },
    });
    expect(sent).toMatchObject([
      { message: { kind: 'event' }, to: ['the-customer'] },
      { message: { kind: 'event' }, to: ['the-agent'] },
    ]);
  });

  it('counts for each side what that side may see', async () => {
    const { publisher, sent } = setUp({ staffEvents: 2 });
    publishUpdate(publisher, callId, 'agent', final);
    await publisher.drained();
    expect(sent.map(({ to }) => to)).toEqual([['the-customer'], ['the-agent']]);
    expect(sent[0]?.message).toMatchObject({ envelope: { event: { seq: 1 }, prevSeq: 0 } });
    expect(sent[1]?.message).toMatchObject({ envelope: { event: { seq: 3 }, prevSeq: 2 } });
  });

  it('says interims without storing them', async () => {
    const { publisher, stored, sent } = setUp();
    const segment = {
      segmentId: aSegmentId(),
      revision: 1,
      startMs: 0,
      endMs: 9,
      stable: '',
      tail: 'Ye',
    };
    publishUpdate(publisher, callId, 'customer', { kind: 'interim', segment });
    await publisher.drained();
    expect(stored).toEqual([]);
    expect(sent[0]?.message).toMatchObject({ kind: 'interim', segment: { speaker: 'customer' } });
  });

  it('tells a suggestion that is being written to the agent alone', () => {
    const { publisher, sent } = setUp();
    const suggestionId = aSuggestionId();
    publisher.sayToAgent({ kind: 'suggestion-withdrawn', callId, suggestionId });
    expect(sent).toEqual([
      { message: { kind: 'suggestion-withdrawn', callId, suggestionId }, to: ['the-agent'] },
    ]);
  });

  it('lets nothing for the agent alone count among what the customer gets', async () => {
    const { publisher, counted } = setUp({ staffEvents: 1 });
    publishUpdate(publisher, callId, 'customer', final);
    publisher.sayToAgent({ kind: 'suggestion-withdrawn', callId, suggestionId: aSuggestionId() });
    publisher.say({ kind: 'transcription-lag', callId, delayMs: 9 });
    await publisher.drained();
    expect(counted).toHaveLength(2);
    for (const to of counted) expect(to).toContain('the-customer');
  });

  it('tells supervisors all that staff may see, by their own way', async () => {
    const { publisher, sent, toSupervisors } = setUp({ staffEvents: 2 });
    publishUpdate(publisher, callId, 'agent', final);
    await publisher.drained();
    publisher.sayToAgent({ kind: 'suggestion-withdrawn', callId, suggestionId: aSuggestionId() });
    publisher.say({ kind: 'transcription-lag', callId, delayMs: 9 });
    expect(toSupervisors).toMatchObject([
      { kind: 'event', envelope: { event: { seq: 3 }, prevSeq: 2 } },
      { kind: 'suggestion-withdrawn' },
      { kind: 'transcription-lag' },
    ]);
    const addressees = new Set(sent.flatMap(({ to }) => to));
    expect(addressees).toEqual(new Set(['the-customer', 'the-agent']));
  });

  it('hands on what was stored before the append returns', async () => {
    const order: string[] = [];
    const { publisher } = setUp({ onStored: ({ event }) => order.push(event.type) });
    const data = { speaker: 'agent' } as const;
    const joined = {
      eventId: anEventId(),
      actor: 'bot',
      type: 'participant.joined',
      data,
    } as const;
    await publisher.append(joined);
    order.push('appended');
    expect(order).toEqual(['participant.joined', 'appended']);
  });

  it('lets nobody wait for an event that is given up', async () => {
    const { publisher } = setUp({ isAway: true });
    const data = { speaker: 'agent' } as const;
    const joined = {
      eventId: anEventId(),
      actor: 'bot',
      type: 'participant.joined',
      data,
    } as const;
    const appending = publisher.append(joined);
    publisher.stop();
    await appending;
    await publisher.append({ ...joined, eventId: anEventId() });
    expect(publisher.depth).toBe(0);
  });

  it('takes an interim back only when it was shown', () => {
    const { publisher, sent } = setUp();
    const withdrawn = {
      kind: 'withdrawn',
      segmentId: aSegmentId(),
      startMs: 0,
      endMs: 900,
      reason: 'loop',
    } as const;
    publishUpdate(publisher, callId, 'customer', { ...withdrawn, wasShown: false });
    publishUpdate(publisher, callId, 'customer', { ...withdrawn, wasShown: true });
    expect(sent.map(({ message }) => message?.kind)).toEqual(['interim-withdrawn']);
  });

  it('stores a gap for audio that never became text', async () => {
    const { publisher, stored } = setUp();
    const gap = { startMs: 5, endMs: 800, reason: 'buffer-full' } as const;
    publishUpdate(publisher, callId, 'agent', { kind: 'lost', segmentId: aSegmentId(), gap });
    await publisher.drained();
    expect(stored[0]).toMatchObject({ type: 'transcript.gap', data: { ...gap, speaker: 'agent' } });
  });
});

describe('createDataSender', () => {
  const bytes = encodeToSend({ kind: 'transcription-lag', callId, delayMs: 3_000 });
  const noRoom = { room: () => undefined };

  it('refuses to send to nobody, which LiveKit would take for everybody', async () => {
    const send = createDataSender({ ...noRoom, onUnsent: () => undefined });
    await expect(send(bytes, [])).rejects.toThrow(RangeError);
  });

  it('reports instead of failing when the room is away or the message too large', async () => {
    const unsent: string[] = [];
    const onUnsent = (reason: string) => unsent.push(reason);
    await createDataSender({ ...noRoom, onUnsent })(bytes, ['a']);
    const failing = { room: () => () => Promise.reject(new Error('gone')) };
    await createDataSender({ ...failing, onUnsent })(bytes, ['a']);
    await createDataSender({ ...failing, onUnsent })(undefined, ['a']);
    expect(unsent).toEqual(['room-away', 'room-away', 'too-large']);
  });
});
