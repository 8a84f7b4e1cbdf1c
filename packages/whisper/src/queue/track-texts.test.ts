import { describe, expect, it } from 'vitest';
import { createTrackTexts } from './track-texts.ts';

describe('createTrackTexts', () => {
  it('recalls the text of the shorter piece while the utterance grows', () => {
    const { texts } = testTexts();
    texts.remember('t', 1000, 'Good');
    expect(texts.recall('t', 1300)).toBe('Good');
    expect(texts.recall('u', 1300)).toBeUndefined();
    expect(texts.recall(undefined, 1300)).toBeUndefined();
  });

  it('takes shorter audio for a new utterance', () => {
    const { texts } = testTexts();
    texts.remember('t', 4000, 'Good morning');
    expect(texts.recall('t', 600)).toBeUndefined();
  });

  it('takes audio that is shorter by a quarter of a second for the same utterance', () => {
    const { texts } = testTexts();
    texts.remember('t', 1000, 'Good');
    expect(texts.recall('t', 750)).toBe('Good');
    expect(texts.recall('t', 749)).toBeUndefined();
  });

  it('keeps a text for five seconds, and nothing of audio without a track', () => {
    const { texts, clock } = testTexts();
    texts.remember(undefined, 1000, 'Nobody’s');
    texts.remember('t', 1000, 'Good');
    clock.ms = 5000;
    expect(texts.recall('t', 1300)).toBe('Good');
    expect(texts.recall('undefined', 1300)).toBeUndefined();
  });

  it('forgets what was said seconds ago', () => {
    const { texts, clock } = testTexts();
    texts.remember('t', 1000, 'Good');
    clock.ms = 5001;
    expect(texts.recall('t', 1300)).toBeUndefined();
  });

  it('forgets the track that was silent longest when there are too many', () => {
    const { texts } = testTexts();
    for (const track of ['a', 'b', 'a', 'c', 'd']) texts.remember(track, 1000, track);
    expect(['a', 'b', 'c', 'd'].map((track) => texts.recall(track, 1000))).toEqual([
      'a',
      undefined,
      'c',
      'd',
    ]);
  });
});

function testTexts() {
  const clock = { ms: 0 };
  return { clock, texts: createTrackTexts({ nowMs: () => clock.ms, maxTracks: 3 }) };
}
