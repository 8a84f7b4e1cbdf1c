import { customerIdSchema, type Speaker } from '@agent/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallState } from '../call-state.ts';
import { receiveEnvelopes } from '../receive.ts';
import { anyLog } from '../test-support/any-call-log.ts';
import { scored } from '../test-support/assist-events.ts';
import {
  type CallLog,
  callId,
  createAnsweredLog,
  segmentUuid,
  spoken,
} from '../test-support/call-log.ts';
import { MAX_QUOTE_LENGTH } from './sentences.ts';
import { createWrapUpDraft } from './wrap-up-draft.ts';

const stateOf = (log: CallLog) => receiveEnvelopes(createCallState(callId), log.envelopes());
const draftOf = (log: CallLog) => createWrapUpDraft(stateOf(log));

const speakers: Record<string, Speaker> = { c: 'customer', a: 'agent', s: 'supervisor' };

/** A call in which these lines ("c: …", "a: …", "s: …") are said, three seconds each. */
function callOf(...lines: string[]): CallLog {
  const log = createAnsweredLog();
  lines.forEach((line, index) => {
    const speaker = speakers[line.charAt(0)] ?? 'agent';
    log.append('segment.final', spoken(index + 1, index * 3_000, speaker, line.slice(3)));
  });
  return log;
}

const ofKind = (log: CallLog, kind: string) =>
  draftOf(log)
    .lines.filter((line) => line.kind === kind)
    .map(({ text }) => text);

describe('createWrapUpDraft', () => {
  it('is empty for a call in which nothing was said, and suggests nothing', () => {
    expect(draftOf(createAnsweredLog())).toEqual({ lines: [], outcome: null });
  });

  it('quotes the reason with its moment and its speaker', () => {
    const log = callOf('a: Hello, how can I help?', 'c: Hello. My lamp came broken.');
    expect(draftOf(log).lines).toEqual([
      {
        id: `reason:${segmentUuid(2)}:1`,
        kind: 'reason',
        text: 'My lamp came broken.',
        atMs: 3_000,
        speaker: 'customer',
        segmentId: segmentUuid(2),
      },
    ]);
  });

  it.each([
    "I'll send you the label today.",
    'We will call you tomorrow.',
    'You will have it within three days.',
    "I've issued the refund.",
    "I can't see it, but I'll ask the warehouse and they will write to you.",
    'The replacement goes out tomorrow morning.',
    'Your new one will leave the warehouse today.',
  ])('takes as a promise: %s', (text) => {
    expect(ofKind(callOf(`a: ${text}`), 'promise')).toEqual([text]);
    expect(ofKind(callOf(`c: ${text}`), 'promise')).toEqual([]);
  });

  it.each([
    "I'll just check that for you.",
    "I won't be able to refund that.",
    'I cannot promise that it will be there.',
    'I could send you another one.',
    'I can send a replacement or refund it.',
    "Let's see whether it will come.",
    'I will put you on hold for a moment.',
    'Have a lovely weekend, I hope it will be sunny.',
    'Shall we say that I will call you?',
    "You'll have got a mail with a button in it.",
  ])('takes as no promise: %s', (text) => {
    expect(ofKind(callOf(`a: ${text}`), 'promise')).toEqual([]);
  });

  it('leaves a question open until the agent says something that answers', () => {
    const question = 'How long does the repair take?';
    const asked = ['c: My grinder is loud.', `c: ${question}`];
    expect(ofKind(callOf(...asked), 'question')).toEqual([question]);
    expect(ofKind(callOf(...asked, 'a: Let me check that.'), 'question')).toEqual([question]);
    const answered = callOf(...asked, 'a: Let me check that.', 'a: It takes about a week.');
    expect(ofKind(answered, 'question')).toEqual([]);
    expect(ofKind(callOf(...asked, 'a: Yes.'), 'question')).toEqual([]);
  });

  it('takes what a supervisor promises or answers as it does with the agent, in that name', () => {
    const log = callOf(
      'c: My lamp came broken. Do I get a new one?',
      "s: I'll send you a new one.",
    );
    expect(ofKind(log, 'question')).toEqual([]);
    expect(draftOf(log).lines.find(({ kind }) => kind === 'promise')).toMatchObject({
      text: "I'll send you a new one.",
      speaker: 'supervisor',
    });
  });

  it('hears a clarifying question of the agent as no answer, but what follows it', () => {
    const asked = ['c: My parcel is late.', 'c: Where is my parcel now?', 'a: Which order is it?'];
    expect(ofKind(callOf(...asked), 'question')).toHaveLength(1);
    const told = callOf(...asked, 'c: It is 4521.', 'a: It is stuck at the depot.');
    expect(ofKind(told, 'question')).toEqual([]);
  });

  it('names orders at the moment at which they were named first', () => {
    const log = callOf('c: My lamp came broken.', 'c: The order is 4521.');
    const customerId = customerIdSchema.parse('c-1');
    log.append('order.mentioned', { segmentId: segmentUuid(2), orderNumber: '4521', customerId });
    log.append('order.mentioned', { segmentId: segmentUuid(1), orderNumber: '4521', customerId });
    expect(draftOf(log).lines).toContainEqual(
      expect.objectContaining({ id: 'order:4521', text: 'Order 4521', atMs: 3_000 }),
    );
  });

  it('says how long it waited for another agent, and who of them said what', () => {
    const log = callOf('a: That is $5.');
    log.append('call.requeued', { reason: 'agent-left' }, 20_000);
    log.append('call.accepted', { agentName: 'Sam' }, 60_000);
    log.append('segment.final', spoken(9, 51_000, 'agent', 'It is $7.'), 62_000);
    log.append('call.ended', { reason: 'agent-hung-up' }, 70_000);
    expect(ofKind(log, 'wait')).toEqual(['Waited once for another agent, 40 s in all.']);
    expect(draftOf(log).lines.filter(({ kind }) => kind === 'amount')).toMatchObject([
      { text: 'That is $5.', agentName: 'Alex' },
      { text: 'It is $7.', speaker: 'agent' },
    ]);
    expect(draftOf(log).lines.at(1)).not.toHaveProperty('agentName');
  });

  it('says how the customer sounded, how long it was on hold and what is missing', () => {
    const log = callOf('c: This is awful.', 'c: Really awful.', 'c: Great!', 'c: Thanks a lot.');
    for (const [id, score] of [
      [1, -0.8],
      [2, -0.6],
      [3, 1],
      [4, 1],
    ] as const)
      log.append('sentiment.scored', scored(id, score));
    log.append('call.held', {}, 20_000);
    log.append('call.resumed', {}, 85_000);
    log.append('transcript.gap', {
      ...{ speaker: 'customer', reason: 'media-lost' },
      ...{ startMs: 80_000, endMs: 83_500 },
    });
    const facts = draftOf(log).lines.filter(({ speaker }) => speaker === null);
    expect(facts.map(({ text, atMs }) => [text, atMs])).toEqual([
      ['Sounded negative at the start and positive at the end.', 10_000],
      ['On hold once, 1 min 5 s in all.', 10_000],
      ['Not transcribed once, 4 s in all.', 80_000],
    ]);
  });

  it('puts the words of a model first and gives them no moment', () => {
    const log = callOf('c: My lamp came broken.');
    log.append('call.summarised', {
      text: 'A lamp came broken.',
      source: { kind: 'model', name: 'a-model' },
    });
    expect(draftOf(log).lines[0]).toMatchObject({ id: 'summary', atMs: null, speaker: null });
  });

  it('keeps the id of a line when last words arrive late and out of order', () => {
    const log = callOf('c: My lamp came broken.', "a: I'll send you a new one.");
    const before = draftOf(log).lines.map(({ id }) => id);
    log.append('segment.final', spoken(9, 1_500, 'agent', 'Oh dear. I will refund it.'));
    expect(draftOf(log).lines.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
  });

  it('shows at most so many lines however much is said', () => {
    const lines = Array.from({ length: 60 }, (_, index) => [
      `c: I paid ${index + 3} dollars. When will parcel ${index} come?`,
      `a: I'll send parcel ${index} today. Let me check.`,
    ]);
    expect(draftOf(callOf(...lines.flat())).lines.length).toBeLessThanOrEqual(8);
  });

  it('reads an hour without a full stop, and a wall of one letter, in no time', () => {
    const talk = 'and then I said that it will be '.repeat(20_000);
    const log = callOf(`c: ${talk}`, `a: ${talk}`, `a: ${'i will '.repeat(90_000)}`);
    log.append('segment.final', spoken(9, 90_000, 'agent', 'a'.repeat(500_000)));
    const beganAt = performance.now();
    const { lines } = draftOf(log);
    expect(performance.now() - beganAt).toBeLessThan(500);
    for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH);
  });
});

describe('for any call', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          ...["I'll", 'will', 'refund', 'when', 'it', '$5', '?', '.', '!', 'two hundred pounds'],
          ...['could', 'you', 'not', 'my', 'order', '😀', '’', '\n', '  ', 'on its way'],
        ),
        { minLength: 1, maxLength: 90 },
      )
      .map((words) => words.join(' ')),
  );

  it('quotes only what stands word for word in a final segment of that speaker', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), text), { maxLength: 12 }), (said) => {
        const log = callOf(...said.map(([isAgent, words]) => `${isAgent ? 'a' : 'c'}: ${words}`));
        const state = stateOf(log);
        for (const line of createWrapUpDraft(state).lines) {
          if (line.speaker === null) continue;
          const segment = state.segments.find(({ id }) => id === line.segmentId);
          expect(segment).toMatchObject({ speaker: line.speaker, startMs: line.atMs });
          expect(segment?.text).toContain(line.text);
          expect(line.text.isWellFormed()).toBe(segment?.text.isWellFormed());
        }
      }),
    );
  });

  it('is the same for the same log, with ids that no two lines share', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const fold = () => createWrapUpDraft(receiveEnvelopes(createCallState(callId), log));
        const draft = fold();
        expect(fold()).toEqual(draft);
        expect(new Set(draft.lines.map(({ id }) => id)).size).toBe(draft.lines.length);
      }),
    );
  });
});
