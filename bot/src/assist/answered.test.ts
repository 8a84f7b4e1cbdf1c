import type { Speaker } from '@agent/protocol';
import { aSegmentId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { isAnswered } from './answered.ts';
import { newEvent } from './test-support/call-log.ts';
import { foldedCall } from './test-support/folded-call.ts';

const speakers: Record<string, Speaker> = { c: 'customer', a: 'agent', s: 'supervisor' };

/** "c 1-3 text": said by the customer (`a`: agent, `s`: supervisor) from second 1 to 3, stored in this order. */
function call(...lines: string[]) {
  return foldedCall(lines.map((line) => [10_000, said(line)] as const));
}

function said(line: string) {
  const [who = 'c', span = '', ...words] = line.split(' ');
  const [startMs = 0, endMs = 0] = span.split('-').map((seconds) => Number(seconds) * 1_000);
  const speaker = speakers[who] ?? 'customer';
  const segmentId = aSegmentId();
  const text = words.join(' ');
  const rest = { language: 'en', meanLogProbability: null };
  return newEvent('segment.final', { segmentId, speaker, startMs, endMs, text, ...rest });
}

it.each([
  ['by what the other side says next', ['c 1-3 It is broken.', 'a 4-5 How so?'], true],
  ['by a supervisor who has joined', ['c 1-3 It is broken.', 's 4-5 How so?'], true],
  ['not by a colleague', ['a 1-3 It is broken.', 's 4-5 How so?'], false],
  ['by who falls in', ['c 1-3 It is broken.', 'a 2-5 How so?'], true],
  ['not by a sign of listening', ['c 1-3 It is broken.', 'a 4-5 I see.'], false],
  ['not by the same side', ['c 1-3 It is broken.', 'c 4-5 And late.'], false],
  [
    'not by an older sentence that ends later',
    ['c 1-2 It is broken.', 'a 0-5 Let me look.'],
    false,
  ],
  ['not by what came before', ['a 0-1 How so?', 'c 1-3 It is broken.'], false],
])('a segment is answered %s', (_how, lines, expected) => {
  const state = call(...lines);
  const asked = state.segments.find(({ text }) => text === 'It is broken.');
  expect(isAnswered(state, asked?.id ?? aSegmentId())).toBe(expected);
});

it('an answer counts only before the moment that is asked about', () => {
  const state = call('c 1-3 It is broken.', 'a 4-5 How so?');
  const [asked, answer] = state.segments;
  expect(isAnswered(state, asked?.id ?? aSegmentId(), answer?.seq)).toBe(false);
});

it('what nobody said is not answered', () => {
  expect(isAnswered(call('a 4-5 How so?'), aSegmentId())).toBe(false);
});
