import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SILENCE_PACKET } from '../opus/opus-stream.ts';
import { createHold, type EncodedSlot, type Hold } from './hold.ts';

function slot(index: number): EncodedSlot {
  return { index, packet: Uint8Array.of(1, index & 255), peaks: [10, 20] };
}

function fill(hold: Hold, from: number, to: number) {
  for (let index = from; index < to; index++) hold.add(slot(index));
}

/** Indices of the slots in which there is sound. */
function heard(slots: readonly EncodedSlot[]): number[] {
  return slots.filter(({ packet }) => packet !== SILENCE_PACKET).map(({ index }) => index);
}

function silentIn(slots: readonly EncodedSlot[]): number[] {
  return slots.filter(({ packet }) => packet === SILENCE_PACKET).map(({ index }) => index);
}

describe('a hold', () => {
  it('keeps everything until it is settled', () => {
    const hold = createHold();
    fill(hold, 0, 50);
    expect(hold.release()).toEqual({ slots: [], unsettled: [] });
    hold.settle(219);
    expect(hold.release().slots).toEqual(Array.from({ length: 10 }, (_, index) => slot(index)));
    expect(hold.size).toBe(40);
  });

  it('does not unsettle what was settled', () => {
    const hold = createHold();
    hold.settle(400);
    hold.settle(100);
    fill(hold, 0, 50);
    expect(hold.release().slots).toHaveLength(20);
  });

  it('masks both lanes and their peaks, and a slot more on each side', () => {
    const hold = createHold();
    fill(hold, 0, 20);
    expect(hold.mask(100, 190)).toBeUndefined();
    hold.settle(400);
    const { slots } = hold.release();
    expect(silentIn(slots)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(slots.filter(({ peaks }) => peaks[0] + peaks[1] === 0)).toHaveLength(7);
  });

  it('masks what is yet to come', () => {
    const hold = createHold();
    fill(hold, 0, 5);
    hold.mask(60, 160);
    fill(hold, 5, 20);
    hold.settle(400);
    expect(silentIn(hold.release().slots)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it('says what of a mask comes too late', () => {
    const hold = createHold();
    fill(hold, 0, 20);
    hold.settle(200);
    hold.release();
    expect(hold.mask(100, 300)).toEqual({ fromMs: 80, toMs: 200 });
    expect(hold.mask(60, 60)).toBeUndefined();
  });

  it('is silent while it is paused, for each reason by itself', () => {
    const hold = createHold();
    fill(hold, 0, 10);
    const resumePayment = hold.pause(160);
    const resumeHold = hold.pause(220);
    expect(hold.isSilenced(12)).toBe(true);
    fill(hold, 10, 20);
    resumePayment(300);
    fill(hold, 20, 30);
    resumeHold(600);
    expect(hold.isSilenced(40)).toBe(false);
    fill(hold, 30, 40);
    hold.settle(800);
    expect(heard(hold.release().slots)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 31, 32, 33, 34, 35, 36, 37, 38, 39,
    ]);
  });

  it('lets nothing out as sound that nobody has vouched for', () => {
    const hold = createHold({ mostMs: 400 });
    fill(hold, 0, 30);
    const { slots, unsettled } = hold.release();
    expect(silentIn(slots)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(unsettled).toEqual([{ fromMs: 0, toMs: 200 }]);
    expect(hold.size).toBe(20);
  });

  it('counts silence that waited too long as no loss', () => {
    const hold = createHold({ mostMs: 100 });
    hold.mask(40, 80);
    fill(hold, 0, 15);
    expect(hold.release().unsettled).toEqual([
      { fromMs: 0, toMs: 20 },
      { fromMs: 100, toMs: 200 },
    ]);
  });

  it('lets the rest out at the end, unsettled sound as silence', () => {
    const hold = createHold();
    fill(hold, 0, 20);
    hold.settle(200);
    const { slots, unsettled } = hold.releaseAll();
    expect(heard(slots)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(silentIn(slots)).toHaveLength(10);
    expect(unsettled).toEqual([{ fromMs: 200, toMs: 400 }]);
    expect(hold.releaseAll()).toEqual({ slots: [], unsettled: [] });
  });

  it('releases every slot once and in order, and never sound that is masked, paused or unsettled', () => {
    const spans = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 800 }));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('mask' as const), span: spans }),
      fc.record({ kind: fc.constant('settle' as const), atMs: fc.integer({ min: 0, max: 4000 }) }),
      fc.record({ kind: fc.constant('release' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const hold = createHold({ mostMs: 600 });
        const released: EncodedSlot[] = [];
        const masks: [fromMs: number, toMs: number][] = [];
        let added = 0;
        let settledMs = 0;
        const take = (slots: readonly EncodedSlot[]) => {
          expect(heard(slots).every((index) => (index + 1) * 20 <= settledMs)).toBe(true);
          released.push(...slots);
          expect(hold.size).toBeLessThanOrEqual(30);
        };
        for (const each of steps) {
          if (each.kind === 'add') {
            fill(hold, added, added + each.count);
            added += each.count;
            take(hold.release().slots);
          }
          if (each.kind === 'mask') {
            const [fromMs, lengthMs] = each.span;
            const late = hold.mask(fromMs, fromMs + lengthMs);
            if (lengthMs > 0) masks.push([late?.toMs ?? fromMs, fromMs + lengthMs]);
          }
          if (each.kind === 'settle') {
            settledMs = Math.max(settledMs, each.atMs);
            hold.settle(each.atMs);
          }
          if (each.kind === 'release') take(hold.release().slots);
        }
        take(hold.releaseAll().slots);
        expect(released.map(({ index }) => index)).toEqual(released.map((_, index) => index));
        for (const index of heard(released)) {
          const isMasked = masks.some(
            ([fromMs, toMs]) => index * 20 < toMs && index * 20 + 20 > fromMs,
          );
          expect(isMasked).toBe(false);
        }
        expect(released).toHaveLength(added);
      }),
      { numRuns: 200 },
    );
  });
});
