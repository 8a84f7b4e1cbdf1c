import { type Metrics, metricIds, metricsSchema, sessionPageSchema } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, type People, startHarness } from '../test-support/harness.ts';
import { errorOf, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  await harness.services
    .db`truncate call_facts, metric_days, metric_hours, agent_days, dirty_days cascade`;
});
afterAll(() => harness.close());

type Who = keyof People;

async function ask(who: Who, query: Record<string, string> | string = {}, file = 'metrics') {
  const cookie = await sessionHeader(harness, harness.people[who]);
  const text = typeof query === 'string' ? query : `?${new URLSearchParams(query)}`;
  return send({ file: `api/${file}/route.ts`, method: 'GET', cookie, query: text });
}

async function figures(who: Who, query: Record<string, string> = {}): Promise<Metrics> {
  const answer = await ask(who, query);
  expect(answer.status).toBe(200);
  return metricsSchema.parse(await answer.json());
}

function figure({ metrics }: Metrics, id: (typeof metricIds)[number]) {
  const found = metrics.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

/** A call that is closed, with facts as they would be. */
async function closedCall() {
  const call = await callInState(harness, 'closed');
  await harness.services.db`delete from call_facts`;
  await harness.services.db`
    insert into call_facts (call_id, queue_id, agent_id, queued_at, answered_at, ended_at, closed_at,
      local_day, local_hour, local_weekday, outcome, is_transcribed, is_sample, target_seconds, in_target,
      over_target, wait_ms, offers, offers_declined, offers_expired, talk_ms, hold_ms, holds, wrap_up_ms,
      sentiment_sum, sentiment_lines, help_requests, orders_named, suggestions_offered,
      suggestions_accepted, suggestions_edited, suggestions_dismissed, suggestions_marked_wrong,
      suggestions_expired, suggestions_unseen, disposition, resolves, folded_seq, facts_version)
    select id, queue_id, agent_id, queued_at, answered_at, ended_at, wrapped_up_at, l.at::date,
      extract(hour from l.at), extract(isodow from l.at), 'answered', true, false, 20, true, false, 4000,
      1, 0, 0, 60000, 0, 0, 5000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, disposition, true, 1, 1
    from calls cross join figure_zone z cross join lateral (select queued_at at time zone z.zone as at) l
    where id = ${call.id}`;
  return call;
}

describe('the figures of a period', () => {
  it('are those alone that are asked for, also of its parts', async () => {
    await closedCall();
    const { metrics, groups } = await figures('supervisor', {
      by: 'day',
      figures: 'handle-time,offered',
    });
    expect(metrics.map(({ id }) => id)).toEqual(['offered', 'handle-time']);
    expect(groups.map((group) => group.metrics.map(({ id }) => id))).toEqual([
      ['offered', 'handle-time'],
    ]);
  });

  it('tell each figure with its number, its sample, what it was before and where its calls are', async () => {
    await closedCall();
    const today = await figures('supervisor');
    expect(today.metrics.map(({ id }) => id)).toEqual([...metricIds]);
    expect(figure(today, 'handle-time')).toMatchObject({
      ...{
        unit: 'ms',
        value: 65_000,
        n: 1,
        dividend: 65_000,
        divisor: 1,
        why: null,
        previous: null,
      },
      calls: { count: 1 },
    });
    expect(figure(today, 'csat')).toMatchObject({
      value: null,
      why: 'nothing',
      calls: { count: 0 },
    });
    expect(figure(today, 'occupancy').calls).toBeNull();
    expect(today).toMatchObject({ stillOpen: 0, groups: [], previousPeriod: { isCutShort: true } });
  });

  it('lead to exactly the calls behind them', async () => {
    const { id } = await closedCall();
    for (const one of (await figures('admin', { period: '7-days' })).metrics) {
      if (!one.calls) continue;
      const address = new URL(one.calls.href, 'http://localhost');
      expect(address.pathname).toBe('/calls/history');
      const answer = await ask('admin', address.search, 'sessions');
      const page = sessionPageSchema.parse(await answer.json());
      expect(page.count.value, one.id).toBe(one.calls.count);
      if (one.calls.count > 0) expect(page.sessions[0]?.callId).toBe(id);
    }
  });

  it('are agents’ own, whether they say so or not, and nobody else’s', async () => {
    await closedCall();
    const { id: agent } = harness.people.owner;
    expect(figure(await figures('owner'), 'answered').value).toBe(1);
    expect(figure(await figures('owner', { agent }), 'answered').value).toBe(1);
    expect(figure(await figures('otherAgent'), 'answered').value).toBe(0);
    const spying = await ask('otherAgent', { agent });
    expect([spying.status, (await errorOf(spying)).code]).toEqual([403, 'forbidden']);
    const { groups } = await figures('owner', { by: 'agent' });
    expect(groups.map(({ key }) => key)).toEqual([agent]);
    expect(figure(await figures('owner'), 'abandon-rate')).toMatchObject({
      ...{ value: null, why: 'not-by-agent', calls: null },
    });
  });

  it('are limited to the queues that a supervisor looks after', async () => {
    await closedCall();
    const { db } = harness.services;
    await db`insert into queues (id, name) values ('orders', 'Orders') on conflict do nothing`;
    await db`insert into queue_supervisors (queue_id, user_id) values ('orders', ${harness.people.supervisor.id})`;
    expect(figure(await figures('supervisor'), 'offered').value).toBe(0);
    expect(figure(await figures('admin'), 'offered').value).toBe(1);
    const listed = await ask('supervisor', { metric: 'offered' }, 'sessions');
    expect(sessionPageSchema.parse(await listed.json()).count.value).toBe(0);
  });

  it('of an unknown queue or agent are of no call', async () => {
    await closedCall();
    const agent = crypto.randomUUID();
    expect(figure(await figures('admin', { queue: 'nowhere' }), 'offered').value).toBe(0);
    expect(figure(await figures('admin', { agent }), 'answered').value).toBe(0);
  });

  it.each([
    [{ from: '2026-11-30', to: '2026-11-01' }, 'to'],
    [{ from: '2016-11-30', to: '2026-11-30' }, 'to'],
    [{ from: '2026-11-30' }, 'to'],
    [{ from: 'yesterday', to: '2026-11-30' }, 'from'],
    [{ period: 'today', from: '2026-11-30', to: '2026-11-30' }, 'period'],
    [{ period: 'forever' }, 'period'],
    [{ by: 'minute' }, 'by'],
    [{ by: 'hour', period: '28-days' }, 'by'],
    [{ by: 'hour', from: '2026-11-01', to: '2026-11-30' }, 'by'],
    [{ queue: 'a queue; drop table' }, 'queue'],
    [{ agent: 'me' }, 'agent'],
  ])('%j is refused, by name', async (query, field) => {
    const answer = await ask('supervisor', query as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toContain(field);
  });

  it('of agents’ time have no calls to list', async () => {
    const answer = await ask('admin', { metric: 'occupancy' }, 'sessions');
    expect([answer.status, Object.keys((await errorOf(answer)).fields ?? {})]).toEqual([
      400,
      ['metric'],
    ]);
  });

  it('are split by days of the zone, with those that had no call', async () => {
    await closedCall();
    const { groups, period } = await figures('admin', { period: '7-days', by: 'day' });
    expect(groups).toHaveLength(7);
    expect(groups.at(-1)?.key).toBe(period.to);
    const offered = groups.map(({ metrics }) => metrics[0]?.value);
    expect(offered.at(-1)).toBe(1);
    const hours = await figures('admin', { by: 'weekday-hour' });
    expect(hours.groups[0]?.metrics.map(({ id }) => id)).not.toContain('occupancy');
  });
});
