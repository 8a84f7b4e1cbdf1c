import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfMaximum, pickToken, probabilityOf } from './pick-token.ts';

const row = (...values: number[]) => Float32Array.from(values);

describe('pickToken', () => {
  it('takes the best, and says how sure it is among those allowed', () => {
    expect(pickToken(row(1, 3, 3, 0), 3)).toMatchObject({ token: 1 });
    expect(pickToken(row(2, 2), 1).logProbability).toBeCloseTo(Math.log(1 / 2));
    expect(pickToken(row(Math.log(3), 0), 1).logProbability).toBeCloseTo(Math.log(3 / 4));
  });

  it('neither takes nor counts what is suppressed or beyond the end of text', () => {
    const pick = pickToken(row(0, 9, 0, 8, 9), 2, [1], [3]);
    expect(pick.token).toBe(0);
    expect(pick.logProbability).toBeCloseTo(Math.log(1 / 2));
  });

  it('may take the last of those allowed', () => {
    expect(pickToken(row(0, 1, 9), 1).token).toBe(1);
  });
});

describe('probabilityOf', () => {
  it('is the softmax over the whole row', () => {
    expect(probabilityOf(row(0, 0, 0, 0), 2)).toBeCloseTo(1 / 4);
    expect(probabilityOf(row(Math.log(9), 0), 0)).toBeCloseTo(9 / 10);
    expect(probabilityOf(row(0), 7)).toBe(0);
  });

  it('adds up to one, whatever the row', () => {
    const values = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const logits = row(...given);
        const sum = given.reduce((total, _, token) => total + probabilityOf(logits, token), 0);
        expect(sum).toBeCloseTo(1, 4);
      }),
    );
  });
});

it('finds the first of the greatest, also where all are as small as can be', () => {
  expect(indexOfMaximum(row(-5, -1, -1))).toBe(1);
  expect(indexOfMaximum(row(-Infinity, -Infinity))).toBe(0);
});
