import type { SettingKey } from '@agent/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { openTestRecordings } from '../test-support/kept-sound.ts';
import { createRetentionLook, startRetention } from './retention.ts';

const recordings = openTestRecordings();
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  harness.services.recordings = recordings;
});
beforeEach(async () => {
  await harness.clear();
  harness.logLines.length = 0;
});
afterAll(() => harness.close());

/** Calls that ended so many days ago, each with a log of six events and a sound. */
async function addOldCalls(count: number, daysAgo: number): Promise<void> {
  const { db } = harness.services;
  const agentId = harness.people.owner.id;
  await db.begin(async (tx) => {
    await tx`
      with added as (
        insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind, contact, transcribed, recorded,
          notice_version, consent_at, queued_at, agent_id, agent_name, answered_at, ended_at,
          wrap_up_started_at, wrapped_up_at, disposition, closed_by, customer_identity,
          customer_seen_at, last_seq, last_public_seq)
        select gen_random_uuid(), 'closed', 'main', 'Main', 20, 'Maria', 'email', 'm@example.org', true, true, '2',
          at, at, ${agentId}, 'Alex', at, at, at, at, 'resolved', 'agent', gen_random_uuid(), at, 6, 6
        from (select now() - ${daysAgo}::int * interval '1 day' - n * interval '1 second' as at
          from generate_series(1, ${count}) n) times
        returning id, ended_at
      ), events as (
        insert into call_events (call_id, seq, event_id, at, actor, type, audience, public_seq, data)
        select id, seq, gen_random_uuid(), ended_at, 'customer', 'chat.message', 'public', seq,
          jsonb_build_object('messageId', gen_random_uuid(), 'from', 'customer', 'text', 'purple')
        from added, generate_series(1, 6) seq
      )
      insert into recordings (call_id, status, wrapped_key, ready_at, sound_name, waveform_name,
        bytes, duration_ms, sha256)
      select id, 'ready', '\\x00', now(), id || '/sound.webm', id || '/waveform.dat', 1, 1, 'ab'
      from added`;
  });
}

async function set(key: SettingKey, value: number | string): Promise<void> {
  await harness.services.db`
    insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)`;
}

async function counts() {
  const [row] = await harness.services.db`
    select (select count(*) from calls where erased_at is not null) as erased,
      (select count(*) from erasures where rule = 'retention') as tombstones,
      (select count(*) from call_events where data::text like '%purple%') as words,
      (select count(*) from recordings where status = 'deleted') as deleted_sounds,
      (select count(*) from recordings where sound_name is not null) as named_sounds,
      (select count(*) from job_runs) as runs`;
  return row;
}

describe('what is old', () => {
  it('is deleted in batches, sound before text, and only that', async () => {
    await addOldCalls(1_203, 400);
    await addOldCalls(600, 100);
    await addOldCalls(30, 10);
    await createRetentionLook(harness.services)();
    expect(await counts()).toEqual({
      ...{ erased: 1_203, tombstones: 1_203, words: 630 * 6 },
      ...{ deletedSounds: 1_803, namedSounds: 30, runs: 1 },
    });
    const batches = harness.logLines
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'a batch of what is old was deleted');
    expect(batches.map(({ kind, calls }) => [kind, calls])).toEqual([
      ...[500, 500, 500, 303].map((calls) => ['sound', calls]),
      ...[500, 500, 203].map((calls) => ['text', calls]),
    ]);
    expect(harness.logLines.join('')).not.toMatch(/purple|Maria/);
  }, 60_000);

  it('stays for ever where the settings say so', async () => {
    await addOldCalls(3, 4_000);
    await set('soundDays', 0);
    await set('transcriptDays', 0);
    await createRetentionLook(harness.services)();
    expect(await counts()).toMatchObject({ erased: 0, deletedSounds: 0, runs: 1 });
  });

  it('is forgotten altogether where the settings say so, once nothing of its sound is left', async () => {
    await addOldCalls(3, 600);
    await addOldCalls(2, 400);
    await set('figureDays', 500);
    const { db } = harness.services;
    for (const left of [5, 2]) {
      await createRetentionLook(harness.services)();
      const [row] = await db<{ calls: number }[]>`select count(*) as calls from calls`;
      expect(row?.calls).toBe(left);
      await db`delete from job_runs`;
    }
    expect(await counts()).toMatchObject({ erased: 2, tombstones: 5, namedSounds: 0 });
  });

  it('goes on where a process was stopped in the middle', async () => {
    await addOldCalls(1_100, 400);
    const closing = new AbortController();
    const { db } = harness.services;
    const stopAfterFirst = new Proxy(db, {
      get: (target, name, receiver) => {
        if (name === 'begin') closing.abort();
        return Reflect.get(target, name, receiver);
      },
    });
    const stopped = { ...harness.services, db: stopAfterFirst };
    await createRetentionLook(stopped, undefined, closing.signal)();
    expect(await counts()).toMatchObject({ deletedSounds: 500, erased: 0, runs: 0 });
    await createRetentionLook(harness.services)();
    expect(await counts()).toMatchObject({ deletedSounds: 1_100, erased: 1_100, runs: 1 });
  }, 60_000);

  it('is deleted by one process where there are several, and by none twice', async () => {
    await addOldCalls(1_010, 400);
    const looks = [1, 2, 3].map(() => createRetentionLook(harness.services)());
    await Promise.all(looks);
    await createRetentionLook(harness.services)();
    expect(await counts()).toMatchObject({ erased: 1_010, tombstones: 1_010, runs: 1 });
  }, 60_000);
});

describe('once a day', () => {
  beforeEach(() => set('reportZone', 'UTC'));
  const timings = { lookEveryMs: 60_000, atHour: 3 };
  const at = (time: string) => {
    const services = { ...harness.services, now: () => new Date(time) };
    return createRetentionLook(services, timings)();
  };
  const lastRunWas = (time: string) => harness.services.db`
    insert into job_runs values ('retention', ${time}) on conflict (name) do update
    set finished_at = excluded.finished_at`;

  it('is time after the hour, and one that was missed is made up for', async () => {
    await addOldCalls(1, 400);
    await lastRunWas('2026-11-29T03:00:10Z');
    await at('2026-11-30T02:59:00Z');
    expect(await counts()).toMatchObject({ erased: 0 });
    await at('2026-11-30T03:00:00Z');
    expect(await counts()).toMatchObject({ erased: 1 });
    await addOldCalls(1, 400);
    await lastRunWas('2026-11-30T03:00:01Z');
    await at('2026-11-30T23:00:00Z');
    expect(await counts()).toMatchObject({ erased: 1 });
    await at('2026-12-04T01:00:00Z');
    expect(await counts()).toMatchObject({ erased: 2 });
  });

  it('begins its night in the zone of the reports, also where clocks change', async () => {
    await set('reportZone', 'America/New_York');
    await addOldCalls(1, 400);
    await lastRunWas('2026-10-31T07:00:10Z');
    await at('2026-11-01T07:59:59Z');
    expect(await counts()).toMatchObject({ erased: 0 });
    await at('2026-11-01T08:00:00Z');
    expect(await counts()).toMatchObject({ erased: 1 });
  });

  it('keeps what an admin wants to keep longer while it runs', async () => {
    await addOldCalls(1_100, 400);
    const { db } = harness.services;
    const keepAfterFirst = new Proxy(db, {
      get: (target, name, receiver) => {
        if (name === 'begin') void set('soundDays', 0);
        return Reflect.get(target, name, receiver);
      },
    });
    await set('transcriptDays', 0);
    await createRetentionLook({ ...harness.services, db: keepAfterFirst })();
    expect(await counts()).toMatchObject({ deletedSounds: 500, erased: 0, runs: 1 });
  }, 60_000);

  it('runs at the start where it never has, and ends when it is closed, twice', async () => {
    await addOldCalls(2, 400);
    const retention = startRetention(harness.services, timings);
    await retention.close();
    await retention.close();
    await createRetentionLook(harness.services)();
    expect(await counts()).toMatchObject({ erased: 2, runs: 1 });
  });
});
