import { type DataMessage, decodeDataMessage } from '@agent/protocol';
import { aCallId, aSegmentId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { createDataSender } from './data-sender.ts';
import { createSupervisorMail } from './supervisor-mail.ts';

const callId = aCallId();

/** Mail to some supervisors, by a way that takes a message only when the test says so. */
function setUp() {
  const sent: { message: DataMessage | undefined; to: readonly string[] }[] = [];
  const taking: PromiseWithResolvers<void>[] = [];
  let followers: readonly string[] = ['sup-a', 'sup-b'];
  let crowdedOut = 0;
  const mail = createSupervisorMail({
    identities: () => followers,
    send: createDataSender({
      room: () => (bytes, to) => {
        sent.push({ message: decodeDataMessage(bytes), to });
        const take = Promise.withResolvers<void>();
        taking.push(take);
        return take.promise;
      },
      onUnsent: () => undefined,
    }),
    onCrowdedOut: () => (crowdedOut += 1),
  });
  return {
    ...{ mail, sent, follow: (now: readonly string[]) => (followers = now) },
    crowdedOut: () => crowdedOut,
    async takeAll() {
      for (let take = taking.shift(); take; take = taking.shift()) {
        take.resolve();
        await new Promise(setImmediate);
      }
    },
    async fail() {
      taking.shift()?.reject(new Error('away'));
      await new Promise(setImmediate);
    },
  };
}

const lag = (delayMs: number): DataMessage => ({ kind: 'transcription-lag', callId, delayMs });
const withdrawn = (): DataMessage => ({
  kind: 'interim-withdrawn',
  callId,
  segmentId: aSegmentId(),
});
function interim(segmentId: ReturnType<typeof aSegmentId>, revision: number): DataMessage {
  const words = { startMs: 0, endMs: 9, stable: '', tail: 'Ye' };
  return {
    kind: 'interim',
    callId,
    segment: { segmentId, speaker: 'customer', revision, ...words },
  };
}

describe('createSupervisorMail', () => {
  it('sends one message for all who follow the call, in order', async () => {
    const { mail, sent, takeAll } = setUp();
    for (const message of [lag(1), withdrawn()]) mail.send(message);
    await takeAll();
    expect(sent.map(({ message }) => message?.kind)).toEqual([
      'transcription-lag',
      'interim-withdrawn',
    ]);
    for (const { to } of sent) expect(to).toEqual(['sup-a', 'sup-b']);
  });

  it('sends nothing when nobody follows the call: LiveKit would take that for everybody', async () => {
    const { mail, sent, follow, takeAll } = setUp();
    follow([]);
    mail.send(lag(1));
    await takeAll();
    expect(sent).toEqual([]);
  });

  it('sends nothing to who was put out while it waited', async () => {
    const { mail, sent, follow, takeAll } = setUp();
    for (const message of [withdrawn(), withdrawn(), withdrawn()]) mail.send(message);
    follow(['sup-b']);
    await takeAll();
    expect(sent.map(({ to }) => to)).toEqual([['sup-a', 'sup-b'], ['sup-b'], ['sup-b']]);
    mail.send(withdrawn());
    mail.send(withdrawn());
    follow([]);
    await takeAll();
    expect(sent).toHaveLength(4);
  });

  it('lets the newest words of a speaker wait, and not all before them', async () => {
    const { mail, sent, takeAll } = setUp();
    const [first, second] = [aSegmentId(), aSegmentId()];
    mail.send(withdrawn());
    for (let revision = 1; revision <= 50; revision += 1) mail.send(interim(first, revision));
    mail.send(interim(second, 1));
    mail.send(interim(first, 51));
    await takeAll();
    expect(sent.slice(1).map(({ message }) => message)).toMatchObject([
      { segment: { segmentId: first, revision: 51 } },
      { segment: { segmentId: second, revision: 1 } },
    ]);
  });

  it('goes on after a message that could not be sent', async () => {
    const { mail, sent, takeAll, fail } = setUp();
    mail.send(withdrawn());
    await fail();
    mail.send(lag(1));
    await takeAll();
    expect(sent.map(({ message }) => message?.kind)).toEqual([
      'interim-withdrawn',
      'transcription-lag',
    ]);
  });

  it('gives up the oldest when too many wait', async () => {
    const { mail, sent, crowdedOut, takeAll } = setUp();
    for (let count = 0; count < 300; count += 1) mail.send(withdrawn());
    expect(crowdedOut()).toBe(199);
    await takeAll();
    expect(sent).toHaveLength(101);
  });
});
