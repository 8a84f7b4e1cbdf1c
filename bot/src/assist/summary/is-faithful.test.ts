import { describe, expect, it } from 'vitest';
import { lies, truths } from '../test-support/summaries.ts';
import { isFaithful } from './is-faithful.ts';

describe('isFaithful', () => {
  it.each(truths.map(([talk, text]) => ({ talk, text })))('lets pass: $text', ({ talk, text }) => {
    expect(isFaithful(text, talk)).toBe(true);
  });

  it.each(lies.map(([talk, text]) => ({ talk, text })))('refuses: $text', ({ talk, text }) => {
    expect(isFaithful(text, talk)).toBe(false);
  });
});
