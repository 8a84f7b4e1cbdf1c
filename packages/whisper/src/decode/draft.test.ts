import { describe, expect, it } from 'vitest';
import { createDraft } from './draft.ts';

describe('createDraft', () => {
  it('proposes what follows the tokens that came', () => {
    const draft = createDraft([1, 2, 3, 4]);
    draft.follow(1);
    expect(draft.propose()).toEqual([2, 3, 4]);
  });

  it('goes on behind a replaced token', () => {
    const draft = createDraft([1, 2, 3, 4]);
    draft.follow(9);
    expect(draft.propose()).toEqual([2, 3, 4]);
  });

  it('goes on behind tokens that were left out', () => {
    const draft = createDraft([1, 2, 3, 4]);
    draft.follow(3);
    expect(draft.propose()).toEqual([4]);
  });

  it('gives up after three misses in a row', () => {
    const draft = createDraft([1, 2, 3, 4, 5, 6]);
    for (const token of [7, 8, 9]) draft.follow(token);
    expect(draft.propose()).toEqual([]);
  });
});
