import { customerIdSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { type CallState, createCallState } from './call-state.ts';
import { receiveEnvelopes, receiveMessage } from './receive.ts';
import { selectShownSuggestions, withRoom } from './suggestions.ts';
import { draft, offered } from './test-support/assist-events.ts';
import {
  agentId,
  type CallLog,
  callId,
  createAnsweredLog,
  segmentUuid,
  suggestionUuid,
  uuid,
} from './test-support/call-log.ts';

function stateOf(log: CallLog): CallState {
  return receiveEnvelopes(createCallState(callId), log.envelopes());
}

function shownIds(state: CallState): string[] {
  return selectShownSuggestions(state).map(({ suggestionId }) => suggestionId);
}

function withOffers(...ids: number[]): CallLog {
  const log = createAnsweredLog();
  for (const id of ids) log.append('suggestion.offered', offered(suggestionUuid(id)));
  return log;
}

describe('selectShownSuggestions', () => {
  it('shows the newest two, the newest first', () => {
    expect(shownIds(stateOf(withOffers(1, 2, 3)))).toEqual([uuid(3), uuid(2)]);
  });

  it('leaves out what the agent used, edited, dismissed or marked wrong, and what expired', () => {
    const log = withOffers(1, 2, 3, 4, 5, 6);
    log.append('suggestion.accepted', { suggestionId: suggestionUuid(2), how: 'chat' });
    log.append('suggestion.edited', { suggestionId: suggestionUuid(3), text: 'Mine.' });
    log.append('suggestion.dismissed', { suggestionId: suggestionUuid(4) });
    log.append('suggestion.marked-wrong', { suggestionId: suggestionUuid(5) });
    log.append('suggestion.expired', { suggestionId: suggestionUuid(6), reason: 'moved-on' });
    expect(shownIds(stateOf(log))).toEqual([uuid(1)]);
  });

  it('shows what the density admits', () => {
    const log = withOffers(1);
    log.append('suggestion.offered', offered(suggestionUuid(2), { important: true }));
    log.append('suggestion.density-changed', { density: 'important' });
    expect(shownIds(stateOf(log))).toEqual([uuid(2)]);
    log.append('suggestion.density-changed', { density: 'none' });
    expect(shownIds(stateOf(log))).toEqual([]);
  });

  it('shows one that is being written above the others until it is complete or withdrawn', () => {
    const log = withOffers(1, 2);
    const writing = receiveMessage(stateOf(log), {
      kind: 'suggestion-draft',
      callId,
      draft: draft(suggestionUuid(9)),
    });
    expect(shownIds(writing)).toEqual([uuid(9), uuid(2)]);
    const withdrawn = {
      kind: 'suggestion-withdrawn',
      callId,
      suggestionId: suggestionUuid(9),
    } as const;
    expect(shownIds(receiveMessage(writing, withdrawn))).toEqual([uuid(2), uuid(1)]);
    log.append('suggestion.offered', offered(suggestionUuid(9)));
    const complete = receiveEnvelopes(writing, log.envelopes());
    expect(selectShownSuggestions(complete)[0]).toMatchObject({ kind: 'offered' });
    expect(complete.assist.draft).toBeNull();
  });

  it('keeps what is important in view: newer ones that are not, and drafts, find no room', () => {
    const log = withOffers(1);
    for (const id of [2, 3]) {
      log.append('suggestion.offered', offered(suggestionUuid(id), { important: true }));
    }
    log.append('suggestion.offered', offered(suggestionUuid(4)));
    const state = stateOf(log);
    expect(shownIds(state)).toEqual([uuid(3), uuid(2)]);
    const message = { kind: 'suggestion-draft', callId, draft: draft(suggestionUuid(9)) } as const;
    expect(shownIds(receiveMessage(state, message))).toEqual([uuid(3), uuid(2)]);
  });

  it('ignores an older revision of what is being written', () => {
    const say = (state: CallState, revision: number) =>
      receiveMessage(state, {
        kind: 'suggestion-draft',
        callId,
        draft: draft(suggestionUuid(9), revision),
      });
    const state = say(say(stateOf(withOffers()), 2), 1);
    expect(state.assist.draft?.revision).toBe(2);
  });

  it('shows nothing once the call has ended', () => {
    const log = withOffers(1);
    log.append('call.ended', { reason: 'agent-hung-up' });
    const state = stateOf(log);
    expect(shownIds(state)).toEqual([]);
    expect(state.assist.suggestions[0]?.fate).toEqual({ state: 'expired', reason: 'call-ended' });
  });
});

it('shows the next agent nothing that was offered to the one who had to leave', () => {
  const log = createAnsweredLog();
  log.append('suggestion.offered', offered(suggestionUuid(1)));
  log.append('call.requeued', { reason: 'agent-left' });
  log.append('suggestion.offered', offered(suggestionUuid(2)));
  log.append('call.accepted', { agentId, agentName: 'Sam' });
  const gone = { state: 'expired', reason: 'agent-left' };
  expect(stateOf(log).assist.suggestions.map(({ fate }) => fate)).toEqual([gone, gone]);
  log.append('suggestion.accepted', { suggestionId: suggestionUuid(1), how: 'said' });
  expect(stateOf(log).assist.suggestions[0]?.fate).toEqual(gone);
  log.append('suggestion.offered', offered(suggestionUuid(3)));
  expect(shownIds(stateOf(log))).toEqual([suggestionUuid(3)]);
});

it('shows nothing that comes after the call has ended', () => {
  const log = createAnsweredLog();
  log.append('call.ended', { reason: 'agent-hung-up' });
  log.append('suggestion.offered', offered(suggestionUuid(1)));
  expect(shownIds(stateOf(log))).toEqual([]);
});

describe('withRoom', () => {
  /** A suggestion as "name", "name!" when it is important, "name~" when it is general advice. */
  const weighed = (text: string) => ({
    text,
    important: text.endsWith('!'),
    source: { kind: text.endsWith('~') ? ('generic' as const) : ('playbook' as const) },
  });

  it.each([
    ['general advice, however new', 'a b c~', 'a b'],
    ['what is not important, however new', 'a! b! c', 'a! b!'],
    ['the oldest of those that are not important', 'a! b c', 'a! c'],
    ['the oldest of those that are important', 'a! b! c!', 'b! c!'],
    ['the oldest besides the general advice', 'a~ b c', 'b c'],
    ['nothing while there is room', 'a~ b', 'a~ b'],
  ])('leaves out %s: of %s stay %s', (_what, given, kept) => {
    const stay = withRoom(given.split(' ').map(weighed));
    expect(stay.map(({ text }) => text).join(' ')).toBe(kept);
  });
});

describe('the fate of a suggestion', () => {
  it('is the first thing that happened to it', () => {
    const log = withOffers(1);
    log.append('suggestion.accepted', { suggestionId: suggestionUuid(1), how: 'said' });
    log.append('suggestion.expired', { suggestionId: suggestionUuid(1), reason: 'timed-out' });
    expect(stateOf(log).assist.suggestions[0]?.fate).toEqual({ state: 'accepted', how: 'said' });
  });

  it('is what the agent did just as it expired, and that for good', () => {
    const log = withOffers(1);
    log.append('suggestion.expired', { suggestionId: suggestionUuid(1), reason: 'moved-on' });
    log.append('suggestion.accepted', { suggestionId: suggestionUuid(1), how: 'chat' }, 90_000);
    log.append('suggestion.dismissed', { suggestionId: suggestionUuid(1) });
    log.append('suggestion.expired', { suggestionId: suggestionUuid(1), reason: 'timed-out' });
    expect(stateOf(log).assist.suggestions[0]).toMatchObject({
      fate: { state: 'accepted', how: 'chat' },
      settledAtMs: 80_000,
    });
  });

  it('is settled by nothing after the call', () => {
    const log = withOffers(1);
    log.append('call.ended', { reason: 'agent-hung-up' });
    log.append('suggestion.dismissed', { suggestionId: suggestionUuid(1) });
    expect(stateOf(log).assist.suggestions[0]?.fate.state).toBe('expired');
  });

  it('has the time of the call at which it was offered and settled', () => {
    const log = createAnsweredLog();
    log.append('suggestion.offered', offered(suggestionUuid(1)), 12_000);
    log.append('suggestion.dismissed', { suggestionId: suggestionUuid(1) }, 15_000);
    expect(stateOf(log).assist.suggestions[0]).toMatchObject({
      offeredAtMs: 2_000,
      settledAtMs: 5_000,
    });
  });

  it('is not decided by an event about an unknown suggestion', () => {
    const log = createAnsweredLog();
    log.append('suggestion.dismissed', { suggestionId: suggestionUuid(1) });
    expect(stateOf(log).assist.suggestions).toEqual([]);
  });
});

describe('orders named in the talk', () => {
  it('are kept once each with their owner, in the order named', () => {
    const log = createAnsweredLog();
    for (const orderNumber of ['4521', '7', '4521'].map((digits) => digits.padStart(4, '0'))) {
      log.append('order.mentioned', {
        segmentId: segmentUuid(100),
        orderNumber,
        customerId: customerIdSchema.parse('c-1'),
      });
    }
    const { mentionedOrders, orderOwners } = stateOf(log).assist;
    expect(mentionedOrders).toEqual(['4521', '0007']);
    expect(orderOwners.get('0007')).toBe('c-1');
  });
});
