import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleClock } from './sample-clock.ts';

/** Samples of 32 ms, as a frame brings them. */
const FRAME = 512;

describe('createSampleClock', () => {
  it('dates samples by the promptest frame when others come late', () => {
    const lateness = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(lateness, (lateMs) => {
        const clock = createSampleClock();
        lateMs.forEach((late, index) => {
          clock.arrived((index + 1) * FRAME, 1_000 + (index + 1) * 32 + late);
        });
        expect(clock.timeMs(FRAME)).toBe(1_032 + Math.min(...lateMs));
      }),
    );
  });

  it('moves on when the track has paused', () => {
    const clock = createSampleClock();
    clock.arrived(FRAME, 32);
    clock.arrived(2 * FRAME, 10_000);
    expect(clock.timeMs(2 * FRAME)).toBe(10_000);
  });

  it('is right again after a burst that made up for a stall', () => {
    const clock = createSampleClock();
    clock.arrived(FRAME, 32);
    for (let frame = 2; frame <= 40; frame += 1) clock.arrived(frame * FRAME, 40 * 32);
    expect(clock.timeMs(40 * FRAME)).toBe(40 * 32);
  });

  it('never tells a time before the call was answered', () => {
    const clock = createSampleClock();
    clock.arrived(FRAME * 100, 5);
    expect(clock.timeMs(0)).toBe(0);
  });
});
