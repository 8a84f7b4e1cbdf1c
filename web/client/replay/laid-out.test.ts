import { fakeCallId, fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { expect, test } from 'vitest';
import { storedCall, storedLog } from '../../app/agent/test-support/stored-call.ts';
import { CallReplay } from '../call/call-replay.ts';
import { linesOf } from './lines-of.ts';
import { marksOf } from './marks-of.ts';
import { replayTime } from './replay-time.ts';
import { skipsOf, talkOf } from './skips-of.ts';

const whole = new CallReplay(storedCall.callId, storedLog).whole();
const { baseMs, durationMs } = replayTime(whole);
const ascending = (times: readonly number[]) => [...times].sort((a, b) => a - b);

test('the time of a replay is that of the talk', () => {
  expect(baseMs).toBe(whole.answeredAtMs);
  expect(durationMs).toBe((whole.endedAtMs ?? 0) - baseMs);
  expect(durationMs).toBeGreaterThan(60_000);
});

test('every line and every mark lies in the talk, by its beginning', () => {
  const comment = {
    commentId: 'c',
    atMs: 5_000,
    text: 'x',
    authorName: 'A',
    at: '',
    mayDelete: true,
  };
  const marks = marksOf(whole, [comment], durationMs);
  const lines = linesOf(whole);
  for (const { startMs } of [...marks, ...lines]) {
    expect(startMs).toBeGreaterThanOrEqual(0);
    expect(startMs).toBeLessThanOrEqual(durationMs);
  }
  for (const times of [marks, lines].map((all) => all.map(({ startMs }) => startMs))) {
    expect(times).toEqual(ascending(times));
  }
  expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
  expect(new Set(marks.map(({ kind }) => kind))).toEqual(
    new Set(['suggestion', 'chat', 'alert', 'hold', 'comment']),
  );
});

test('all that was said and written is a line', () => {
  const said = linesOf(whole).filter(({ kind }) => kind !== 'note');
  expect(said).toHaveLength(whole.segments.length + whole.chat.length);
});

test('a used suggestion is a stretch that ends when it was used', () => {
  const used = marksOf(whole, [], durationMs).find(({ end }) => end === 'used');
  const known = whole.assist.suggestions.find(({ fate }) => fate.state === 'accepted');
  expect(used).toMatchObject({ startMs: known?.offeredAtMs, endMs: known?.settledAtMs });
});

test('nothing that was said is skipped, and holds are', () => {
  const talk = talkOf(whole);
  const isSkipped = (atMs: number) =>
    skipsOf(whole, null, durationMs).some(({ startMs, endMs }) => startMs < atMs && atMs < endMs);
  const [hold] = whole.holds;
  expect(isSkipped((hold?.startMs ?? 0) + 500)).toBe(true);
  for (const { startMs, endMs } of [...talk.customer, ...talk.agent]) {
    const middleMs = (startMs + endMs) / 2;
    const isHeld = middleMs > (hold?.startMs ?? 0) && middleMs < (hold?.endMs ?? 0);
    if (!isHeld) expect(isSkipped(middleMs)).toBe(false);
  }
});

/** A call in which a supervisor was asked, listened, wrote and joined until the end. */
function lookedAfter() {
  const log = fakeLog();
  const [helpId, monitorId, messageId, joinId] = [1, 2, 3, 4].map(fakeUuid) as [
    string,
    string,
    string,
    string,
  ];
  log.append('help.requested', { helpId, reason: 'A refund' }, 5_000);
  log.append('help.taken', { helpId, by: 'Maria Ruiz' }, 9_000);
  log.append('supervisor.listening', { monitorId, name: 'Maria Ruiz' }, 10_000);
  log.append('coach.message', { messageId, from: 'Maria Ruiz', text: 'Slow down.' }, 12_000);
  log.append('supervisor.joined', { joinId, name: 'Maria Ruiz' }, 20_000);
  log.append('call.ended', { reason: 'customer-hung-up' }, 30_000);
  return new CallReplay(fakeCallId, log.envelopes).whole();
}

test('what supervisors did is marked, as long as it lasted', () => {
  const marks = marksOf(lookedAfter(), [], 30_000);
  expect(marks.map(({ kind, startMs, endMs, text }) => [kind, startMs, endMs, text])).toEqual([
    ['help', 5_000, 5_000, 'A refund – Maria Ruiz helped'],
    ['listening', 10_000, 30_000, 'Maria Ruiz'],
    ['coach', 12_000, 12_000, 'Maria Ruiz: Slow down.'],
    ['joined', 20_000, 30_000, 'Maria Ruiz'],
  ]);
});

test('what supervisors did and wrote is a line each', () => {
  expect(linesOf(lookedAfter()).map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['note', undefined, 'Asked for help: A refund'],
    ['note', undefined, 'Maria Ruiz helps'],
    ['note', undefined, 'Maria Ruiz listens'],
    ['coach', 'Maria Ruiz (supervisor)', 'Slow down.'],
    ['note', undefined, 'Maria Ruiz (supervisor) has joined'],
  ]);
});
