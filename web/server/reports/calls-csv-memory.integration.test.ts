import { callColumns } from '@agent/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

const calls = 100_000;
/** The thread's heap has 34 MB; what else grows is its program and what this test reads. */
const mostBytes = 160 * 1024 * 1024;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  await harness.services.db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = '2min'`;
    for (let from = 0; from < calls; from += 10_000) {
      await tx`
        insert into call_facts (call_id, queue_id, agent_id, queued_at, answered_at, ended_at, closed_at,
          local_day, local_hour, local_weekday, outcome, is_transcribed, is_sample, target_seconds, in_target,
          over_target, wait_ms, offers, offers_declined, offers_expired, talk_ms, hold_ms, holds, wrap_up_ms,
          sentiment_sum, sentiment_lines, help_requests, orders_named, suggestions_offered,
          suggestions_accepted, suggestions_edited, suggestions_dismissed, suggestions_marked_wrong,
          suggestions_expired, suggestions_unseen, disposition, resolves, folded_seq, facts_version)
        select gen_random_uuid(), 'main', ${harness.people.owner.id}, t, t, t, t, '2026-11-02', 9, 1,
          'answered', true, false, 20, true, false, 4000, 1, 0, 0, 60000, 0, 0, 5000, -0.123456789, 7, 0, 0,
          3, 1, 1, 0, 0, 1, 0, 'resolved', true, 1, 1
        from generate_series(1, 10000) n, lateral (
          select timestamptz '2026-11-02T08:00:00Z' + (n + ${from}::integer) * interval '1 ms' as t) l`;
    }
  });
}, 240_000);
afterAll(() => harness.close());

it(`has ${calls} calls with the heap of its thread, as fast as they are taken`, async () => {
  const cookie = await sessionHeader(harness, harness.people.admin);
  const query = '?from=2026-11-01&to=2026-11-30';
  // What the program itself weighs is not what calls weigh.
  const small = '?from=2026-11-03&to=2026-11-03';
  for (const asked of [small, small]) {
    await (
      await send({ file: 'api/reports/calls.csv/route.ts', method: 'GET', cookie, query: asked })
    ).text();
  }
  const before = process.memoryUsage.rss();
  const answer = await send({
    file: 'api/reports/calls.csv/route.ts',
    method: 'GET',
    cookie,
    query,
  });
  expect(answer.status).toBe(200);
  const begun = performance.now();
  let [bytes, lines, most, slowestMs] = [0, 0, before, 0];
  let last = begun;
  for await (const piece of answer.body ?? []) {
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
    most = Math.max(most, process.memoryUsage.rss());
    slowestMs = Math.max(slowestMs, performance.now() - last);
    last = performance.now();
  }
  const mb = (size: number) => Math.round(size / 1024 / 1024);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `${lines - 1} calls, ${callColumns.length} columns: ${mb(bytes)} MB in ${seconds} s, memory +${mb(most - before)} MB, slowest piece ${Math.round(slowestMs)} ms\n`,
  );
  expect(lines).toBe(calls + 1);
  expect(most - before).toBeLessThan(mostBytes);
}, 240_000);
