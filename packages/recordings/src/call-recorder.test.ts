import { describe, expect, it } from 'vitest';
import { assembleRecording } from './assemble/assemble-recording.ts';
import { type CallRecorder, createCallRecorder, type RecordingLoss } from './call-recorder.ts';
import { readParts } from './parts/read-parts.ts';
import { createDataKey } from './seal/data-key.ts';
import type { Span } from './sound.ts';
import { clicks, clickTimesMs } from './test-support/clicks.ts';
import { decodeWebm } from './test-support/decode-webm.ts';
import { createMemoryFiles, type MemoryFiles } from './test-support/memory-files.ts';

const key = createDataKey();
const frameSamples = 512;

interface Say {
  fromMs: number;
  toMs: number;
  /** Default: everything is known two seconds after it was said. */
  settles?: boolean;
  /** Where the customer's first click is. Default 1,000. */
  clickMs?: number;
  /** Called before the frames of each 32 ms are placed. */
  at?: (nowMs: number) => void;
}

/** Two speakers from whom a click comes at each whole second of the call, the agent's 500 ms later. */
function say(recorder: CallRecorder, { fromMs, toMs, settles = true, clickMs = 1000, at }: Say) {
  const customer = clicks(toMs, clickMs);
  const agent = clicks(toMs, 500);
  for (let sample = fromMs * 16; sample + frameSamples <= toMs * 16; sample += frameSamples) {
    const atMs = sample / 16;
    at?.(atMs);
    recorder.place('customer', customer.subarray(sample, sample + frameSamples), atMs);
    recorder.place('agent', agent.subarray(sample, sample + frameSamples), atMs);
    if (settles) recorder.settle(atMs - 2000);
    recorder.advance(atMs + 32);
  }
}

function record(files: MemoryFiles, fromMs: number) {
  const lost: [Span, RecordingLoss][] = [];
  const recorder = createCallRecorder({
    fromMs,
    files,
    key,
    onLost: (span, reason) => lost.push([span, reason]),
  });
  return { recorder, lost };
}

async function assembled(files: MemoryFiles, masks: Span[] = []) {
  const recording = await assembleRecording((await readParts(files, key)).parts, { masks });
  if (!recording) throw new Error('There is no sound.');
  return { ...recording, ...(await decodeWebm(recording.webm)) };
}

/** Whole seconds within a stretch, as clicks, each at most 1 ms away. */
function expectClicks(lane: Int16Array, expectedMs: readonly number[]) {
  const times = clickTimesMs(lane);
  expect(times.map((time) => Math.round(time / 10) * 10)).toEqual(expectedMs);
  times.forEach((time, at) => {
    expect(Math.abs(time - (expectedMs[at] ?? 0))).toBeLessThanOrEqual(1);
  });
}

function everySecond(fromMs: number, toMs: number): number[] {
  return Array.from({ length: Math.ceil((toMs - fromMs) / 1000) }, (_, at) => fromMs + at * 1000);
}

function loudest(lane: Int16Array, fromMs: number, toMs: number): number {
  const stretch = lane.subarray(fromMs * 16, toMs * 16);
  return stretch.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

describe('a recorder', () => {
  it('keeps both lanes at their place on the call’s clock', async () => {
    const files = createMemoryFiles();
    const { recorder, lost } = record(files, 0);
    say(recorder, { fromMs: 0, toMs: 6400 });
    recorder.settle(7000);
    await recorder.close();
    const { customer, agent, durationMs, missing } = await assembled(files);
    expectClicks(customer, everySecond(1000, 6400));
    expectClicks(agent, everySecond(500, 6400));
    expect(durationMs).toBe(6400);
    expect(missing).toEqual([]);
    expect(lost).toEqual([]);
  });

  it('lets another bot go on, on the same clock, after a kill at any byte', async () => {
    const files = createMemoryFiles();
    const first = record(files, 1237);
    say(first.recorder, { fromMs: 1237, toMs: 9237 });
    // Killed: nobody closes it, and its last page was half-written.
    await expect.poll(() => files.contents.get('1220.ogg')?.length ?? 0).toBeGreaterThan(400);
    await new Promise((resolve) => setImmediate(resolve));
    const sound = files.contents.get('1220.ogg') ?? Buffer.alloc(0);
    files.contents.set('1220.ogg', sound.subarray(0, sound.length - 7));
    const before = (await readParts(files, key)).parts[0]?.packets.length ?? 0;

    const second = record(files, 11_913);
    say(second.recorder, { fromMs: 11_913, toMs: 16_009 });
    second.recorder.settle(20_000);
    await second.recorder.close();

    const { customer, agent, durationMs, missing } = await assembled(files);
    const firstEndMs = 1220 + before * 20;
    expect(firstEndMs).toBeGreaterThan(4000);
    expectClicks(customer, [...everySecond(2000, firstEndMs), ...everySecond(12_000, 16_009)]);
    expectClicks(agent, [...everySecond(1500, firstEndMs), ...everySecond(12_500, 16_009)]);
    expect(missing).toEqual([
      { fromMs: 0, toMs: 1220 },
      { fromMs: firstEndMs, toMs: 11_900 },
    ]);
    expect(durationMs).toBe(16_020);
  });

  it('masks both lanes and their waveform, and keeps the rest', async () => {
    const files = createMemoryFiles();
    const { recorder } = record(files, 0);
    const late: (Span | undefined)[] = [];
    say(recorder, {
      fromMs: 0,
      toMs: 8000,
      at: (nowMs) => {
        if (nowMs === 4992) late.push(recorder.mask({ fromMs: 3300, toMs: 4700 }));
      },
    });
    recorder.settle(9000);
    await recorder.close();
    const { customer, agent, waveform } = await assembled(files);
    expect(late).toEqual([undefined]);
    expectClicks(customer, [1000, 2000, 3000, 5000, 6000, 7000]);
    expectClicks(agent, [500, 1500, 2500, 5500, 6500, 7500]);
    for (const lane of [customer, agent]) expect(loudest(lane, 3300, 4700)).toBeLessThan(10);
    const points = Buffer.from(waveform).subarray(24);
    const isLoud = (ms: number) => points.readInt8(Math.floor(ms / 40) * 4 + 1) > 50;
    expect([1000, 2000, 3000, 4000, 5000].map(isLoud)).toEqual([true, true, true, false, true]);
  });

  it('leaves no trace on the disk of what it masked', async () => {
    const files = [createMemoryFiles(), createMemoryFiles()] as const;
    for (const [index, each] of files.entries()) {
      const { recorder } = record(each, 0);
      say(recorder, {
        fromMs: 0,
        toMs: 6016,
        clickMs: 1000 - index * 300,
        at: (nowMs) => {
          if (nowMs === 2016) recorder.mask({ fromMs: 0, toMs: 6016 });
        },
      });
      recorder.settle(7000);
      await recorder.close();
    }
    const [one, other] = await Promise.all(
      files.map(async (each) => (await readParts(each, key)).parts),
    );
    expect(one?.[0]?.packets.length).toBeGreaterThan(290);
    expect(one).toEqual(other);
  });

  it('is silent while paused', async () => {
    const files = createMemoryFiles();
    const { recorder } = record(files, 0);
    let resume = (_: number) => {};
    say(recorder, {
      fromMs: 0,
      toMs: 8000,
      at: (nowMs) => {
        if (nowMs === 3200) resume = recorder.pause(3200);
        if (nowMs === 5280) resume(5280);
      },
    });
    recorder.settle(9000);
    await recorder.close();
    const { customer, agent, durationMs } = await assembled(files);
    expectClicks(customer, [1000, 2000, 3000, 6000, 7000]);
    expectClicks(agent, [500, 1500, 2500, 5500, 6500, 7500]);
    expect(durationMs).toBe(8000);
  });

  it('writes silence where nobody has vouched for the sound, and says so', async () => {
    const files = createMemoryFiles();
    const lost: [Span, RecordingLoss][] = [];
    const recorder = createCallRecorder({
      fromMs: 0,
      files,
      key,
      mostHeldMs: 2000,
      onLost: (span, reason) => lost.push([span, reason]),
    });
    say(recorder, { fromMs: 0, toMs: 6400, settles: false });
    await recorder.close();
    const { customer, agent, durationMs } = await assembled(files);
    expect(clickTimesMs(customer)).toEqual([]);
    expect(clickTimesMs(agent)).toEqual([]);
    expect(durationMs).toBe(6400);
    expect(new Set(lost.map(([, reason]) => reason))).toEqual(new Set(['unsettled']));
    const lostMs = lost.reduce((total, [span]) => total + span.toMs - span.fromMs, 0);
    expect(lostMs).toBe(6400);
  });

  it('loses nothing when a minute and a half is settled at once', async () => {
    const files = createMemoryFiles();
    const { recorder, lost } = record(files, 0);
    say(recorder, { fromMs: 0, toMs: 89_600, settles: false });
    recorder.settle(90_000);
    recorder.advance(89_700);
    await recorder.close();
    expect(lost).toEqual([]);
    expect((await readParts(files, key)).parts.map(({ packets }) => packets.length)).toEqual([
      4480,
    ]);
  });

  it('tells what a mask came too late for, and leaves it out of the file all the same', async () => {
    const files = createMemoryFiles();
    const { recorder } = record(files, 0);
    say(recorder, { fromMs: 0, toMs: 6400 });
    const late = recorder.mask({ fromMs: 1800, toMs: 2200 });
    expect(late).toEqual({ fromMs: 1780, toMs: 2220 });
    recorder.settle(7000);
    await recorder.close();
    const { customer } = await assembled(files, late ? [late] : []);
    expectClicks(customer, [1000, 3000, 4000, 5000, 6000]);
    expect(loudest(customer, 1800, 2200)).toBeLessThan(10);
  });

  it('takes nothing once it is closed', async () => {
    const files = createMemoryFiles();
    const { recorder } = record(files, 0);
    await Promise.all([recorder.close(), recorder.close()]);
    say(recorder, { fromMs: 0, toMs: 3200 });
    expect((await readParts(files, key)).parts).toEqual([]);
  });
});
