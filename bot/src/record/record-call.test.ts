import { createCallRecorder } from '@agent/recordings/record';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHeardIn, recordedCall, silentStretches } from './test-support/recorded-call.ts';

// Sound is encoded and decoded here and nothing is timed, so a slow machine may take long.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    }),
);
afterEach(() => void vi.useRealTimers());

type Call = Awaited<ReturnType<typeof recordedCall>>;

/** Both lanes from and to a millisecond: whether anything is to be heard. */
async function isHeard(call: Call, fromMs: number, toMs: number) {
  const { customer, agent } = await call.heard();
  return isHeardIn(customer, fromMs, toMs) || isHeardIn(agent, fromMs, toMs);
}

describe('a recorded call', () => {
  it('is kept from the first frame to the last, both sides apart', async () => {
    const call = await recordedCall();
    await call.hum(20_000);
    await call.recording.finish();
    const { customer, agent } = await call.heard();
    expect(customer.length).toBeGreaterThanOrEqual(198);
    expect([silentStretches(customer), silentStretches(agent)]).toEqual([[], []]);
    expect(call.stored.map(({ type }) => type)).toEqual(['recording.started']);
    expect(call.ends).toEqual([{ isOver: true, masks: [] }]);
  });

  it('stands on the clock of the call when the bot came late', async () => {
    const call = await recordedCall({ elapsedMs: 7_000, heardUntilMs: 4_000 });
    await call.hum(10_000);
    await call.recording.finish();
    const { customer } = await call.heard();
    expect(silentStretches(customer)).toEqual([expect.stringMatching(/^0–(69|70)$/)]);
    expect(call.dataOf('recording.started')).toEqual([{ fromMs: 7_000 }]);
    expect(call.dataOf('recording.lost')).toEqual([
      { startMs: 4_000, endMs: 7_000, reason: 'bot-restarted' },
    ]);
  });

  it('tells as lost what nobody recorded, and nothing of a wait for another agent', async () => {
    const lastWait = { fromMs: 6_000, toMs: 65_000 };
    const call = await recordedCall({ elapsedMs: 70_000, heardUntilMs: 4_000, lastWait });
    await call.hum(1_000);
    await call.recording.finish({ isOver: false });
    expect(call.dataOf('recording.lost')).toEqual([
      { startMs: 4_000, endMs: 6_000, reason: 'bot-restarted' },
      { startMs: 65_000, endMs: 70_000, reason: 'bot-restarted' },
    ]);
    expect(call.ends).toEqual([{ isOver: false, masks: [] }]);
  });

  it('is silent on hold and while it is paused, and on both at once', async () => {
    const call = await recordedCall();
    await call.hum(4_000);
    call.recording.setHeld(true);
    await call.hum(2_000);
    call.recording.setPaused(5_000);
    await call.hum(2_000);
    call.recording.setHeld(false);
    await call.hum(2_000);
    call.recording.setPaused(null);
    await call.hum(4_000);
    await call.recording.finish();
    const { customer, agent } = await call.heard();
    const [only, ...others] = silentStretches(customer);
    expect([others, silentStretches(agent)]).toEqual([[], [only]]);
    expect(only).toMatch(/^(39|40)–10[0-2]$/);
    expect(call.dataOf('recording.lost')).toEqual([]);
  });

  it('is silent from when a pause was begun, however late the bot learns of it', async () => {
    const call = await recordedCall();
    await call.hum(6_000);
    call.recording.setPaused(3_000);
    await call.hum(4_000);
    call.recording.setPaused(3_000);
    await call.recording.finish();
    expect(await isHeard(call, 3_000, 10_000)).toBe(false);
    expect(await isHeard(call, 2_500, 2_900)).toBe(true);
  });

  it('begins silent when the call is paused as the bot takes it over', async () => {
    const call = await recordedCall({ pausedFromMs: 500, held: true, elapsedMs: 1_000 });
    await call.hum(4_000);
    call.recording.setHeld(false);
    await call.hum(2_000);
    await call.recording.finish();
    expect(await isHeard(call, 0, 9_000)).toBe(false);
  });

  it('leaves nothing behind when it was another bot’s before it began', async () => {
    const key = Promise.withResolvers<undefined>();
    const call = await recordedCall({ openKey: () => key.promise });
    call.recording.abandon();
    key.resolve(undefined);
    await call.hum(1_000);
    await call.recording.finish();
    expect([call.stored, call.ends, call.partNames()]).toEqual([[], [], []]);
  });

  it('hands its parts over to another bot without a word', async () => {
    const call = await recordedCall();
    await call.hum(9_000);
    call.recording.abandon();
    await vi.waitFor(() => expect(call.ends).toEqual([{ isOver: false, masks: [] }]));
    await call.recording.finish();
    expect(call.ends).toHaveLength(1);
    expect(await isHeard(call, 1_000, 3_000)).toBe(true);
  });

  it('begins when Postgres is back', async () => {
    let tries = 0;
    const call = await recordedCall({
      openKey: async () => {
        tries += 1;
        if (tries < 4) throw new Error('away');
        return undefined;
      },
    });
    await call.hum(10_000);
    expect(tries).toBe(4);
    await call.recording.finish();
    expect(call.ends).toEqual([]);
  });
});

describe('sound that nobody has vouched for', () => {
  it('is silent and told when its text was lost', async () => {
    const call = await recordedCall();
    await call.hum(6_000);
    call.lose('customer', [2_000, 4_000]);
    await call.hum(6_000);
    await call.recording.finish();
    expect(await isHeard(call, 1_800, 4_200)).toBe(false);
    expect(await isHeard(call, 5_000, 11_000)).toBe(true);
    expect(call.dataOf('recording.lost')).toEqual([
      { startMs: 1_700, endMs: 4_300, reason: 'unsettled' },
    ]);
  });

  it('is silent where invented or looping text was dropped, and any in talk of a card', async () => {
    const call = await recordedCall();
    await call.hum(10_000);
    call.withdraw('customer', [1_000, 2_000], 'empty');
    call.withdraw('customer', [3_000, 4_000], 'loop');
    call.withdraw('agent', [5_000, 6_000], 'no-speech');
    call.say('agent', [6_500, 7_000], 'Your card number, please?');
    call.withdraw('customer', [8_000, 9_000], 'empty');
    await call.hum(5_000);
    await call.recording.finish();
    expect(await isHeard(call, 1_000, 2_000)).toBe(true);
    for (const from of [3_000, 5_000, 8_000])
      expect(await isHeard(call, from, from + 1_000)).toBe(false);
  });

  it('waits in memory while its words are not known, and is silent if they never come', async () => {
    const call = await recordedCall();
    await call.hum(3_000);
    call.begin('customer', 2_000);
    await call.hum(20_000);
    expect(await isHeard(call, 2_000, 23_000)).toBe(false);
    await call.recording.finish();
    expect(await isHeard(call, 2_100, 23_000)).toBe(false);
    expect(await isHeard(call, 0, 1_900)).toBe(true);
    expect(call.dataOf('recording.lost')).toMatchObject([{ reason: 'unsettled' }]);
  });

  it('is kept when its words come late', async () => {
    const call = await recordedCall();
    await call.hum(3_000);
    const segmentId = call.begin('customer', 2_000);
    await call.hum(20_000);
    call.say('customer', [2_000, 5_000], 'That was a long wait.', segmentId);
    await call.hum(1_000);
    await call.recording.finish();
    expect(silentStretches((await call.heard()).customer)).toEqual([]);
  });

  it('waits while nobody has read it', async () => {
    const call = await recordedCall();
    await call.hum(3_000);
    await call.hum(20_000, () => false);
    await call.recording.finish();
    expect(await isHeard(call, 3_200, 23_000)).toBe(false);
    expect(await isHeard(call, 0, 2_900)).toBe(true);
  });

  it('is silent when the bot was too busy to hear it', async () => {
    const call = await recordedCall();
    await call.hum(3_000);
    const frame = call.frame('customer');
    call.taps.customer.onFrame(frame);
    call.taps.customer.onDropped(frame);
    await call.hum(6_000);
    await call.recording.finish();
    expect(await isHeard(call, 2_900, 3_100)).toBe(false);
    expect(await isHeard(call, 5_000, 8_000)).toBe(true);
  });

  it('is silent while a pipeline is broken', async () => {
    const call = await recordedCall();
    await call.hum(6_000);
    call.begin('customer', 5_000);
    call.recording.broke('customer');
    await call.hum(2_000);
    call.recording.mended('customer');
    await call.hum(6_000);
    await call.recording.finish();
    expect(await isHeard(call, 4_800, 8_000)).toBe(false);
    expect(await isHeard(call, 9_000, 13_000)).toBe(true);
  });
});

describe('a recording in trouble', () => {
  const broken =
    (after: number): typeof createCallRecorder =>
    (options) => {
      let places = 0;
      const recorder = createCallRecorder(options);
      return {
        ...recorder,
        place(lane, samples, atMs) {
          places += 1;
          if (places > after) throw new Error('the encoder failed');
          recorder.place(lane, samples, atMs);
        },
      };
    };

  it('is given up once when it fails, keeps what is settled, and lets no number through', async () => {
    const call = await recordedCall({ createRecorder: broken(2 * 300) });
    await call.hum(9_000);
    const segmentId = call.begin('customer', 9_000);
    await call.hum(5_000);
    call.say('customer', [9_000, 9_500], '4111 1111 1111 1111', segmentId);
    await call.recording.finish();
    const { values } = await call.metrics.recordingFailures.get();
    expect(values).toMatchObject([{ labels: { what: 'recorder' }, value: expect.any(Number) }]);
    expect(await isHeard(call, 1_000, 3_000)).toBe(true);
    expect(await isHeard(call, 5_000, 14_000)).toBe(false);
    expect(call.ends).toMatchObject([{ isOver: true }]);
  });

  it('throws nothing when it cannot even begin', async () => {
    const call = await recordedCall({
      createRecorder: () => {
        throw new Error('too many codecs');
      },
    });
    await call.hum(1_000);
    await call.recording.finish();
    expect([call.stored, call.partNames()]).toEqual([[], []]);
  });

  it('tells what a full disk did not take, in one piece', async () => {
    let isFull = false;
    const call = await recordedCall({
      files: (files) => ({
        ...files,
        async create(name) {
          if (isFull) throw new Error('ENOSPC');
          const file = await files.create(name);
          return {
            ...file,
            async append(bytes) {
              if (isFull) throw new Error('ENOSPC');
              await file.append(bytes);
            },
          };
        },
      }),
    });
    await call.hum(12_000);
    isFull = true;
    await call.hum(10_000);
    isFull = false;
    await call.hum(14_000);
    await call.recording.finish();
    const lost = call.dataOf('recording.lost');
    expect(lost.map(({ reason }) => reason)).toEqual(['disk-refused']);
    expect(await isHeard(call, 1_000, 5_000)).toBe(true);
    expect(await isHeard(call, 25_000, 34_000)).toBe(true);
  });

  it('does not hold the end of a call up when the disk hangs', async () => {
    const call = await recordedCall({
      files: (files) => ({ ...files, create: () => new Promise(() => undefined) }),
    });
    await call.hum(12_000);
    let isFinished = false;
    const finished = call.recording.finish().then(() => {
      isFinished = true;
    });
    await vi.advanceTimersByTimeAsync(2_100);
    expect(isFinished).toBe(true);
    await finished;
    expect(call.ends).toEqual([]);
  });
});
