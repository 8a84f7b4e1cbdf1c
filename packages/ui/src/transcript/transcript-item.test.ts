import type { ConversationItem } from '@agent/calls';
import { expect, expectTypeOf, test } from 'vitest';
import { segmentText, type TranscriptItem } from './transcript-item.ts';

test('takes what selectTurns gives, without an adapter', () => {
  expectTypeOf<ConversationItem>().toExtend<TranscriptItem>();
});

test('joins the two parts of interim text', () => {
  const times = { id: 'a', startMs: 0, endMs: 1 };
  expect(segmentText({ ...times, state: 'interim', text: { stable: 'So ', tail: 'when' } })).toBe(
    'So when',
  );
  expect(segmentText({ ...times, state: 'final', text: 'So when?' })).toBe('So when?');
});
