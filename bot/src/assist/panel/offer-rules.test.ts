import type { NewCallEvent, SuggestionExpiry } from '@agent/protocol';
import { aCallId, aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { newEvent } from '../test-support/call-log.ts';
import { foldedCall, offer } from '../test-support/folded-call.ts';
import { genericSuggestion } from './new-suggestion.ts';
import { mayOffer } from './offer-rules.ts';

const segmentId = aSegmentId();
const suggestionId = aSuggestionId();
const SETTLED_AT_MS = 2_000;

/** The card `late`, which comes up again for another segment. */
const again = {
  ...genericSuggestion({ callId: aCallId(), segmentId: aSegmentId() }),
  suggestion: 'Let me ask the carrier.',
  source: { kind: 'playbook', name: 'Guide', cardId: 'late' },
} as const;

const first = offer(segmentId, { cardId: 'late', suggestionId, action: 'explain' });
const expired = (reason: SuggestionExpiry) =>
  newEvent('suggestion.expired', { suggestionId, reason });

/** Whether the card may come back so long after the events that settled it. */
function comesBack(afterMs: number, ...settling: NewCallEvent[]) {
  const state = foldedCall([
    [1_000, first],
    ...settling.map((event) => [SETTLED_AT_MS, event] as const),
  ]);
  return mayOffer(state, again, { atMs: SETTLED_AT_MS + afterMs, restMs: 60_000 });
}

describe('a card', () => {
  it('is not offered while it is open', () => {
    expect(comesBack(60_000)).toBe(false);
  });

  it.each(['suggestion.dismissed', 'suggestion.marked-wrong'] as const)(
    'never comes back after %s',
    (type) => expect(comesBack(600_000, newEvent(type, { suggestionId }))).toBe(false),
  );

  it.each([
    ['accepted', newEvent('suggestion.accepted', { suggestionId, how: 'said' })],
    ['edited', newEvent('suggestion.edited', { suggestionId, text: 'Mine.' })],
    ['said', expired('said')],
  ])('rests for a minute when the agent has used it: %s', (_how, event) => {
    expect([comesBack(59_999, event), comesBack(60_000, event)]).toEqual([false, true]);
  });

  it.each(['moved-on', 'timed-out', 'crowded-out', 'replaced'] as const)(
    'may come back at once when it went without the agent’s doing: %s',
    (reason) => expect(comesBack(0, expired(reason))).toBe(true),
  );
});

describe('a card that a model’s card has replaced', () => {
  const modelId = aSuggestionId();
  const standIn = offer(segmentId, {
    suggestionId: modelId,
    action: 'explain',
    suggestion: 'Words of the model.',
    source: { kind: 'model', name: 'a-model', cardId: null },
  });
  const replaced = [expired('replaced'), standIn] as const;

  it('stays away while that one is open', () => {
    expect(comesBack(60_000, ...replaced)).toBe(false);
  });

  it.each([
    [
      'rests with it',
      newEvent('suggestion.accepted', { suggestionId: modelId, how: 'chat' }),
      false,
    ],
    [
      'comes back when it went by itself',
      newEvent('suggestion.expired', { suggestionId: modelId, reason: 'moved-on' }),
      true,
    ],
  ])('%s', (_what, event, expected) => {
    expect(comesBack(1_000, ...replaced, event)).toBe(expected);
  });
});
