import type { NewCallEvent, Speaker } from '@agent/protocol';
import { aSegmentId, aSuggestionId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { final } from '../test-support/call-log.ts';
import { fakePlaybook } from '../test-support/fake-playbook.ts';
import { foldedCall, offer } from '../test-support/folded-call.ts';
import { conversation } from '../test-support/requests.ts';
import { alreadySaid, movedOn, timedOut } from './expiry.ts';

const playbook = fakePlaybook([{ id: 'late', on: /late/, doneOn: /carrier/ }]);

/**
 * A call of lines as "c: …" (customer) and "a: …" (agent), a second each; a line that ends in "+"
 * brings up the card `late`, one that ends in "?+" a suggestion without card.
 */
function talk(...lines: string[]) {
  const events: [number, NewCallEvent][] = [];
  for (const [index, line] of lines.entries()) {
    const atMs = (index + 1) * 1_000;
    const speaker: Speaker = line.startsWith('c') ? 'customer' : 'agent';
    const event = final(speaker, line.slice(3).replace('+', ''), atMs);
    events.push([atMs, event]);
    const card = line.endsWith('?+') ? {} : { cardId: 'late' };
    const suggestionId = aSuggestionId();
    if (line.endsWith('+'))
      events.push([atMs, offer(aSegmentId(event.eventId), { ...card, suggestionId })]);
  }
  const state = foldedCall(events);
  const latest = state.segments.at(-1);
  if (!latest) throw new Error('Nobody said anything.');
  const matches = playbook.match(conversation([lines.at(-1) ?? '']));
  return { state, latest, matches };
}

const goneBy = (...lines: string[]) => {
  const { state, latest, matches } = talk(...lines);
  return movedOn(state, latest, matches).map(({ reason }) => reason);
};

describe('movedOn', () => {
  it.each([
    ['a: How so?', 'c: It is something else.'],
    ['c: Hello?', 'a: I see, one week.', 'a: And?', 'c: It is red.'],
  ])('takes a card away after an answer and a further turn: %s', (...after) => {
    expect(goneBy('c: It is late.+', ...after)).toEqual(['moved-on']);
  });

  it.each([
    ['that the agent has not answered', 'c: It is something else.'],
    ['to which the agent only listened', 'a: Mm-hm.', 'c: It is something else.'],
    ['after which only the agent spoke', 'a: How so?', 'a: Are you there?'],
    ['that fits again', 'a: How so?', 'c: Because it is late.'],
    ['after a mere sign of listening', 'a: How so?', 'c: Okay.'],
    ['when only the order was asked for', 'a: Which order is it?', 'c: It is order 4521.'],
  ])('keeps a card %s', (_what, ...after) => {
    expect(goneBy('c: It is late.+', ...after)).toEqual([]);
  });

  it('takes away what has no card even when a card fits', () => {
    expect(goneBy('c: Why is it?+', 'a: How so?', 'c: It is late.')).toEqual(['moved-on']);
  });

  it('is the same the other way round for what the agent said', () => {
    expect(goneBy('a: It is late.+', 'c: What do you mean?', 'a: I will look.')).toEqual([
      'moved-on',
    ]);
  });

  it('counts no answer from before', () => {
    expect(goneBy('a: How so?', 'c: It is late.+', 'c: Something else.')).toEqual([]);
  });
});

describe('alreadySaid', () => {
  const done = (...lines: string[]) => {
    const { state, latest } = talk(...lines);
    return alreadySaid(state, latest, playbook).length;
  };

  it('takes away a card whose words the agent has used since', () => {
    expect(done('c: It is late.+', 'a: I ask the carrier.')).toBe(1);
    expect(done('c: It is late.+', 'a: I ask', 'a: the carrier.')).toBe(1);
  });

  it('keeps it when they were used before, or by the customer', () => {
    expect(done('a: I ask the carrier.', 'c: It is late.+', 'a: Yes.')).toBe(0);
    expect(done('c: It is late.+', 'c: Ask the carrier.', 'a: Yes.')).toBe(0);
  });
});

describe('timedOut', () => {
  it('takes away what has been open for 90 s', () => {
    const { state } = talk('c: It is late.+');
    expect(timedOut(state, { atMs: 90_999, oldestMs: 90_000 })).toEqual([]);
    expect(timedOut(state, { atMs: 91_000, oldestMs: 90_000 })).toMatchObject([
      { reason: 'timed-out' },
    ]);
  });
});
