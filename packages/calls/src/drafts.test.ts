import type { CallEventEnvelope, DataMessage } from '@agent/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBackchannel } from './backchannel.ts';
import { type CallState, createCallState } from './call-state.ts';
import { receiveEnvelopes, receiveMessage } from './receive.ts';
import { draft, scored } from './test-support/assist-events.ts';
import {
  type CallLog,
  callId,
  createAnsweredLog,
  spoken,
  suggestionUuid,
  uuid,
} from './test-support/call-log.ts';

const asked = 100;
const empty = createCallState(callId);
const written = (revision = 1): DataMessage => ({
  kind: 'suggestion-draft',
  callId,
  draft: draft(suggestionUuid(9), revision, asked),
});
const eventOf = (envelope: CallEventEnvelope): DataMessage => ({ kind: 'event', callId, envelope });

/** A call in which the customer has just said what the draft answers, and the draft is shown. */
function writing(log: CallLog): CallState {
  log.append('segment.final', spoken(99, 0, 'customer', 'Hello there, it is me.'));
  log.append('segment.final', spoken(asked, 2_000, 'customer', 'It is broken.'));
  return receiveMessage(receiveEnvelopes(empty, log.envelopes()), written());
}

/** What is being written once this has happened too. */
function draftAfter(happens: (log: CallLog) => void) {
  const log = createAnsweredLog();
  const before = writing(log);
  expect(before.assist.draft?.revision).toBe(1);
  happens(log);
  return receiveEnvelopes(before, log.envelopes());
}

describe('what is being written goes', () => {
  it('when the customer goes on, and what still comes of it is too late', () => {
    const state = draftAfter((log) => {
      log.append('segment.final', spoken(101, 4_000, 'customer', 'And it is late.'));
    });
    expect(state.assist.draft).toBeNull();
    expect(receiveMessage(state, written(2)).assist.draft).toBeNull();
  });

  it.each<[string, (log: CallLog) => void]>([
    [
      'when another bot takes the call over',
      (log) => {
        const gap = { speaker: 'agent', startMs: 0, endMs: 4_000 } as const;
        log.append('transcript.gap', { ...gap, reason: 'bot-restarted' });
      },
    ],
    [
      'when the model fails',
      (log) => log.append('assist.changed', { model: 'late', reason: 'timeout' }),
    ],
  ])('%s, until somebody writes on', (_when, happens) => {
    const state = draftAfter(happens);
    expect(state.assist.draft).toBeNull();
    expect(receiveMessage(state, written(2)).assist.draft?.revision).toBe(2);
  });
});

/** What may happen while a draft is rightly being written. */
const harmless: readonly ((log: CallLog) => void)[] = [
  (log) => log.append('segment.final', spoken(102, 2_500, 'agent', 'Let me have a look.')),
  (log) => log.append('segment.final', spoken(103, 4_000, 'customer', 'Okay, thank you.')),
  (log) => log.append('sentiment.scored', scored(asked, -0.4)),
  (log) => log.append('assist.changed', { model: 'ready', reason: null }),
  (log) => log.append('chat.message', { messageId: uuid(7), from: 'customer', text: 'And late.' }),
  (log) =>
    log.append('transcript.gap', {
      speaker: 'customer',
      startMs: 0,
      endMs: 500,
      reason: 'media-lost',
    }),
];

describe('what is being written', () => {
  it('stays whatever else happens, and in whatever order the messages come', () => {
    const anyOrder = fc.subarray([...harmless]).chain((happens) => {
      const log = createAnsweredLog();
      const answered = log.envelopes();
      writing(log);
      for (const append of happens) append(log);
      const messages = [
        ...log.envelopes().slice(answered.length).map(eventOf),
        ...[1, 2, 3].map(written),
      ];
      const { length } = messages;
      return fc.record({
        answered: fc.constant(answered),
        messages: fc.shuffledSubarray(messages, { minLength: length, maxLength: length }),
      });
    });
    fc.assert(
      fc.property(anyOrder, ({ answered, messages }) => {
        const state = messages.reduce(receiveMessage, receiveEnvelopes(empty, answered));
        expect(state.missing).toBe(false);
        expect(state.assist.draft?.revision).toBe(3);
      }),
    );
  });

  it('never stays when the customer has said more since', () => {
    fc.assert(
      fc.property(anyTalk, ({ answered, messages }) => {
        messages.reduce(
          (state, message) => {
            const next = receiveMessage(state, message);
            expect(saidSince(next)).toEqual([]);
            return next;
          },
          receiveEnvelopes(empty, answered),
        );
      }),
    );
  });
});

/** An answered call in which both sides speak, and drafts for any segment between. */
const anyTalk = fc
  .array(fc.tuple(fc.constantFrom('customer', 'agent'), fc.constantFrom('Okay.', 'It is late.')), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((lines) => {
    const log = createAnsweredLog();
    const answered = log.envelopes();
    for (const [index, [speaker, text]] of lines.entries()) {
      log.append('segment.final', spoken(100 + index, index * 1_000, speaker, text));
    }
    const anyDraft = fc.nat(lines.length - 1).map((index): DataMessage => {
      return {
        kind: 'suggestion-draft',
        callId,
        draft: draft(suggestionUuid(index), 1, 100 + index),
      };
    });
    const events = log.envelopes().slice(answered.length).map(eventOf);
    const steps = events.map((event) =>
      fc.array(anyDraft, { maxLength: 2 }).map((drafts) => [event, ...drafts]),
    );
    return fc.tuple(...steps).map((all) => ({ answered, messages: all.flat() }));
  });

/** What the customer has said since the segment that the draft on the screen answers. */
function saidSince({ segments, assist }: CallState): string[] {
  const answers = segments.find(({ id }) => id === assist.draft?.segmentId);
  return segments
    .filter(({ seq }) => answers && seq > answers.seq)
    .filter(({ speaker, text }) => speaker === 'customer' && !isBackchannel(text))
    .map(({ text }) => text);
}
