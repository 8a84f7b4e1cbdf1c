import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallTape, createCallTape, type TapeSlot } from './call-tape.ts';

/** A frame of 32 ms in which every sample tells its place, so that its own place can be checked. */
function frame(value: number, samples = 512): Int16Array {
  return new Int16Array(samples).fill(value);
}

/** The sound of one lane from the first slot on. */
function laneOf(slots: readonly TapeSlot[], channel: 0 | 1): Int16Array {
  const lane = new Int16Array(slots.length * 320);
  slots.forEach(({ sound }, slot) => {
    if (sound === 'silence') return;
    for (let at = 0; at < 320; at++) lane[slot * 320 + at] = sound[2 * at + channel] ?? 0;
  });
  return lane;
}

/** Where values begin in a lane, as [sample, value]. */
function changes(lane: Int16Array): [number, number][] {
  const found: [number, number][] = [];
  lane.forEach((value, at) => {
    if (value !== (lane[at - 1] ?? 0)) found.push([at, value]);
  });
  return found;
}

function readAll(tape: CallTape, toMs: number): TapeSlot[] {
  const slots: TapeSlot[] = [];
  for (let nowMs = 0; nowMs <= toMs; nowMs += 100) slots.push(...tape.read(nowMs));
  return slots;
}

describe('a call tape', () => {
  it('places both lanes to the sample', () => {
    const tape = createCallTape(0);
    tape.place('customer', frame(1000), 100);
    tape.place('agent', frame(2000), 100.5);
    const slots = readAll(tape, 600);
    expect(changes(laneOf(slots, 0))).toEqual([
      [1600, 1000],
      [2112, 0],
    ]);
    expect(changes(laneOf(slots, 1))).toEqual([
      [1608, 2000],
      [2120, 0],
    ]);
  });

  it('goes on without a seam where frames waver by up to 60 ms', () => {
    const tape = createCallTape(0);
    const waverMs = [0, 40, -20, 59, -59, 10, 0];
    waverMs.forEach((late, index) => {
      tape.place('agent', frame(3000), 1000 + index * 32 + late);
    });
    expect(changes(laneOf(readAll(tape, 2000), 1))).toEqual([
      [16_000, 3000],
      [16_000 + 7 * 512, 0],
    ]);
  });

  it('leaves silence where a frame comes later', () => {
    const tape = createCallTape(0);
    tape.place('agent', frame(3000), 1000);
    tape.place('agent', frame(3000), 1132);
    expect(changes(laneOf(readAll(tape, 2000), 1))).toEqual([
      [16_000, 3000],
      [16_512, 0],
      [18_112, 3000],
      [18_624, 0],
    ]);
  });

  it('never steps back, and is in step again after quiet frames', () => {
    const tape = createCallTape(0);
    // After a stall, frames of the same second come at once, each said to be of now.
    for (let index = 0; index < 10; index++) tape.place('customer', frame(index + 400), 600);
    for (let index = 0; index < 20; index++) tape.place('customer', frame(3), 632 + index * 32);
    tape.place('customer', frame(9000), 1272);
    const lane = laneOf(readAll(tape, 2000), 0);
    const loud = changes(lane).filter(([, value]) => value >= 400);
    expect(loud.slice(0, 10).map(([, value]) => value)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 400),
    );
    const [at] = loud.find(([, value]) => value === 9000) ?? [0];
    expect(Math.abs(at / 16 - 1272)).toBeLessThanOrEqual(60);
    expect(tape.leftOut).toBeGreaterThan(0);
  });

  it('does not grow with a clock that stands still', () => {
    const tape = createCallTape(0);
    for (let index = 0; index < 1000; index++) tape.place('customer', frame(9000), 0);
    expect(tape.readRest().length * 20).toBeLessThan(1100);
    expect(tape.leftOut).toBeGreaterThan(900);
  });

  it('stays 200 ms behind', () => {
    const tape = createCallTape(0);
    expect(tape.read(199)).toEqual([]);
    expect(tape.read(259).map(({ index }) => index)).toEqual([0, 1]);
    expect(tape.read(260).map(({ index }) => index)).toEqual([2]);
  });

  it('loses nothing that arrived while the process stood still', () => {
    const tape = createCallTape(0);
    const slots = readAll(tape, 1000);
    // Five seconds later the timer comes first, then the frames.
    slots.push(...tape.read(6000));
    for (let index = 0; index < 150; index++) {
      tape.place('agent', frame(5000), 1000 + index * 32);
    }
    slots.push(...tape.read(6100), ...tape.readRest());
    expect(changes(laneOf(slots, 1))).toEqual([
      [16_000, 5000],
      [16_000 + 150 * 512, 0],
    ]);
  });

  it('puts what comes too late for its slot behind what was read', () => {
    const tape = createCallTape(0);
    const slots = readAll(tape, 1000);
    tape.place('agent', frame(5000), 700);
    slots.push(...tape.readRest());
    expect(changes(laneOf(slots, 1))[0]).toEqual([800 * 16, 5000]);
  });

  it('begins where its bot came', () => {
    const tape = createCallTape(71_913);
    tape.place('agent', frame(5000), 72_000);
    const slots = tape.readRest();
    expect(slots[0]?.index).toBe(3595);
    expect(changes(laneOf(slots, 1))[0]).toEqual([(72_000 - 3595 * 20) * 16, 5000]);
  });

  it('mixes a supervisor into the lane of the agent, each where it was said', () => {
    const tape = createCallTape(0);
    tape.place('agent', frame(1000), 100);
    tape.place('supervisor', frame(2000), 116);
    tape.place('supervisor', frame(32_000), 1000);
    tape.place('agent', frame(2000), 1000);
    const slots = readAll(tape, 1500);
    expect(changes(laneOf(slots, 0))).toEqual([]);
    expect(changes(laneOf(slots, 1))).toEqual([
      [1600, 1000],
      [1856, 3000],
      [2112, 2000],
      [2368, 0],
      [16_000, 32_767],
      [16_512, 0],
    ]);
    expect(Math.max(...slots.map(({ peaks }) => peaks[1]))).toBe(127);
  });

  it('keeps the last words of a supervisor', () => {
    const tape = createCallTape(0);
    tape.place('supervisor', frame(2000, 320), 400);
    expect(changes(laneOf(tape.readRest(), 1))).toEqual([[6400, 2000]]);
  });

  it('says how loud each lane is', () => {
    const tape = createCallTape(0);
    tape.place('customer', frame(-32_768, 320), 0);
    tape.place('agent', frame(256, 320), 0);
    expect(tape.readRest()).toMatchObject([{ index: 0, peaks: [127, 1] }]);
  });

  it('calls silent what nobody said anything in', () => {
    const tape = createCallTape(0);
    tape.place('customer', frame(1), 40);
    expect(readAll(tape, 300).map(({ sound }) => sound === 'silence')).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it('keeps every loud sample once and in order, whenever frames come and slots are read', () => {
    const steps = fc.array(
      fc.record({
        waitMs: fc.integer({ min: 0, max: 150 }),
        waverMs: fc.integer({ min: -50, max: 300 }),
        samples: fc.constantFrom(160, 512, 320, 7),
        reads: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const tape = createCallTape(0);
        const slots: TapeSlot[] = [];
        const given: number[] = [];
        let nowMs = 0;
        let value = 1000;
        for (const { waitMs, waverMs, samples, reads } of list) {
          nowMs += waitMs;
          const leftOut = tape.leftOut;
          const piece = Int16Array.from({ length: samples }, () => value++);
          tape.place('customer', piece, Math.max(0, nowMs - waverMs));
          if (tape.leftOut === leftOut) given.push(...piece);
          if (reads) slots.push(...tape.read(nowMs));
        }
        slots.push(...tape.readRest());
        expect(slots.map(({ index }) => index)).toEqual(slots.map((_, index) => index));
        expect([...laneOf(slots, 0)].filter((sample) => sample !== 0)).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });
});
