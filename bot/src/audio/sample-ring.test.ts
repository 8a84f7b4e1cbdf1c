import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleRing } from './sample-ring.ts';

describe('createSampleRing', () => {
  it('gives back exactly the samples it still remembers, however they came in', () => {
    const pieces = fc.array(fc.int16Array({ maxLength: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.nat(300), fc.nat(300), (written, from, length) => {
        const capacity = 50;
        const ring = createSampleRing(capacity);
        for (const piece of written) ring.write(piece);
        const all = written.flatMap((piece) => [...piece]);
        const oldest = Math.max(0, all.length - capacity);
        expect(ring.end).toBe(all.length);
        expect([...ring.slice(from, from + length)]).toEqual(
          all.slice(Math.max(from, oldest), Math.max(from, oldest, from + length)),
        );
      }),
    );
  });

  it('keeps the newest samples of a piece longer than itself', () => {
    const ring = createSampleRing(3);
    ring.write(Int16Array.of(1, 2, 3, 4, 5));
    expect([...ring.slice(0, 5)]).toEqual([3, 4, 5]);
  });

  it('hands out copies, so that later audio does not change what is being transcribed', () => {
    const ring = createSampleRing(2);
    ring.write(Int16Array.of(1, 2));
    const copy = ring.slice(0, 2);
    ring.write(Int16Array.of(8, 9));
    expect([...copy]).toEqual([1, 2]);
  });
});
