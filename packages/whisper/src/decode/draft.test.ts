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

  it('risks eight tokens after a miss, and all of them once a guess was right again', () => {
    const guess = Array.from({ length: 20 }, (_, at) => at);
    const draft = createDraft(guess);
    draft.follow(99);
    expect(draft.propose()).toEqual(guess.slice(1, 9));
    draft.follow(1);
    expect(draft.propose()).toEqual(guess.slice(2));
  });

  it('takes a token further on than three for a replaced word', () => {
    const draft = createDraft([1, 2, 3, 4, 5, 6]);
    draft.follow(4);
    expect(draft.propose()).toEqual([5, 6]);
    const far = createDraft([1, 2, 3, 4, 5, 6]);
    far.follow(5);
    expect(far.propose()).toEqual([2, 3, 4, 5, 6]);
  });

  it('begins to count misses again after a guess that was right', () => {
    const draft = createDraft([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const token of [91, 92, 3, 94, 95]) draft.follow(token);
    expect(draft.propose()).toEqual([6, 7, 8]);
  });

  it('proposes nothing once the guess is used up', () => {
    const draft = createDraft([1]);
    draft.follow(1);
    draft.follow(2);
    expect(draft.propose()).toEqual([]);
  });

  it('gives up after three misses in a row', () => {
    const draft = createDraft([1, 2, 3, 4, 5, 6]);
    for (const token of [7, 8, 9]) draft.follow(token);
    expect(draft.propose()).toEqual([]);
  });
});
