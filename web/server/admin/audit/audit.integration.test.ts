import { type AuditPage, auditChoicesSchema, auditPageSchema } from '@agent/protocol';
import {
  type AuditAction,
  type AuditEntry,
  auditActions,
  recordAudit,
  writeAuditCursor,
} from '@agent/store';
import { aCustomerId, aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../../test-support/calls-in-state.ts';
import { addCustomer } from '../../test-support/customers.ts';
import { type Harness, startHarness } from '../../test-support/harness.ts';
import { errorOf, send } from '../../test-support/send.ts';
import { sessionHeader } from '../../test-support/viewers.ts';
import { sentenceOf } from './audit-sentence.ts';

let harness: Harness;
let cookie: string;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.admin);
});
beforeEach(async () => {
  await harness.clear();
  const { db } = harness.services;
  await db`insert into settings (key, value) values ('reportZone', '"Europe/Berlin"')`;
  await harness.services.settings.follow();
  await expect.poll(() => harness.services.settings.current().reportZone).toBe('Europe/Berlin');
});
afterAll(() => harness.close());

const alex = { userId: aUserId(), displayName: 'Alex' };
const note = (entry: Partial<AuditEntry> & { action: AuditAction }) =>
  recordAudit(harness.services.db, { actor: alex, address: '203.0.113.7', ...entry });

const ask = (query = '') =>
  send({ file: 'api/admin/audit/route.ts', method: 'GET', cookie, query });

async function page(query = ''): Promise<AuditPage> {
  const answer = await ask(query);
  expect(answer.status).toBe(200);
  return auditPageSchema.parse(await answer.json());
}

/** The log in plain words, without that somebody looks at it. */
async function told(query = ''): Promise<string[]> {
  const { entries } = await page(query);
  return entries
    .filter(({ action }) => action !== 'audit.read')
    .map(({ sentence, details }) =>
      [sentence.map(({ text }) => text).join(''), ...details].join(' | '),
    );
}

describe('the log', () => {
  it('is told in words, with names where there are some', async () => {
    const { services, people } = harness;
    await addCustomer(harness, { customerId: aCustomerId('c-1'), name: 'Maria Santos' });
    const call = await callInState(harness, 'closed');
    await services.db`
      update calls set customer_name = 'Maria Santos', queued_at = '2026-11-30T13:02:00Z'
      where id = ${call.id}`;
    const since = (await page()).entries[0]?.id ?? 0;
    await note({ action: 'session.signed-in' });
    await note({
      ...{
        action: 'session.refused',
        actor: null,
        data: { because: 'password', username: 'alex' },
      },
      subject: { kind: 'user', id: people.owner.id },
    });
    await note({ action: 'customer.read', subject: { kind: 'customer', id: 'c-1' } });
    await note({ action: 'customer.read', subject: { kind: 'customer', id: 'gone' } });
    await note({ action: 'recording.played', subject: { kind: 'call', id: call.id } });
    await note({ action: 'call.read', subject: { kind: 'call', id: 'no-id-at-all' } });
    await note({
      ...{ action: 'setting.changed', subject: { kind: 'setting', id: 'cardSeconds' } },
      data: { from: null, to: 45 },
    });
    const { entries } = await page();
    const mine = entries
      .filter(({ id }) => id > since)
      .map(({ sentence, details }) =>
        [sentence.map(({ text }) => text).join(''), ...details].join(' | '),
      );
    expect(mine).toEqual([
      'Alex changed the setting “Card age” | from the default to 45 seconds',
      'Alex looked back at a call that is not known any more',
      'Alex played the sound of the call of Maria Santos (30 Nov 2026, 14:02)',
      'Alex read the record of customer gone',
      'Alex read the record of Maria Santos',
      'Signing in as owner of the desk was refused | wrong password | username: alex',
      'Alex signed in',
    ]);
  });

  it('has words for every act, whatever is known of it', () => {
    for (const action of auditActions) {
      for (const subjectKind of [null, 'user', 'call', 'customer']) {
        const row = {
          ...{ id: 1, at: new Date(), atUs: 1, address: null, action, data: {} },
          ...{ actorId: null, actorName: null, subjectKind, subjectId: subjectKind && 'x' },
          ...{ subjectName: null, subjectAt: null },
        };
        const text = sentenceOf(row, 'UTC')
          .map((piece) => piece.text)
          .join('');
        expect(text).not.toMatch(/[{}]|undefined|null/);
        expect(text.length).toBeGreaterThan(5);
      }
    }
  });

  it('is read on by place, each entry once, also those of one moment', async () => {
    await harness.services.db`
      insert into audit_log (action, at) select 'session.throttled', '2026-11-01T10:00:00.123456Z'
      from generate_series(1, 120)`;
    const ids: number[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const query = `?action=session.throttled${cursor && `&cursor=${cursor}`}`;
      const { entries, nextCursor } = await page(query);
      ids.push(...entries.map(({ id }) => id));
      cursor = nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(new Set(ids).size).toBe(120);
    expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  });

  it('is narrowed by person, act, noun, subject, kind, address and days of the reports', async () => {
    await note({ action: 'session.signed-in' });
    await note({ action: 'session.signed-out', address: '198.51.100.9' });
    await note({ action: 'session.throttled', actor: null });
    await note({ action: 'call.searched' });
    await note({ action: 'customer.read', subject: { kind: 'customer', id: 'c:1' } });
    await note({ action: 'customer.read', subject: { kind: 'customer', id: 'c-2' } });
    await harness.services.db`
      insert into audit_log (action, actor_name, at) values
        ('audit.exported', 'Early', '2026-10-31T22:59:59.999Z'),
        ('audit.exported', 'First', '2026-10-31T23:00:00Z'),
        ('audit.exported', 'Last', '2026-11-01T22:59:59.999Z'),
        ('audit.exported', 'Late', '2026-11-01T23:00:00Z')`;
    expect(await told(`?actor=${alex.userId}&action=session`)).toEqual([
      'Alex signed out',
      'Alex signed in',
    ]);
    expect(await told('?actor=nobody&action=session')).toEqual(['Too many attempts to sign in']);
    expect(await told('?action=session.signed-out')).toEqual(['Alex signed out']);
    expect(await told('?subject=customer:c:1')).toEqual(['Alex read the record of customer c:1']);
    expect(await told('?subject=customer')).toHaveLength(2);
    expect(await told('?address=198.51.100.9')).toEqual(['Alex signed out']);
    expect(await told('?action=audit.exported&from=2026-11-01&to=2026-11-01')).toEqual([
      'Last exported this log',
      'First exported this log',
    ]);
    expect(
      await told('?action=audit&from=2026-10-31T23:00:00Z&to=2026-11-01T22:59:59.999Z'),
    ).toEqual(['First exported this log']);
    expect(await told('?action=nothing')).toEqual([]);
    expect(await told(`?actor=${aUserId()}`)).toEqual([]);
  });

  it.each([
    '?cursor=1',
    '?cursor=99999999999999999999-1',
    `?cursor=${writeAuditCursor({ atUs: -1, id: 1.5 })}`,
    "?cursor=1-1';drop table audit_log",
    '?cursor=%00',
    '?actor=alex',
    '?action=session.*',
    '?action=%25',
    '?subject=planet:earth',
    '?subject=call:',
    '?subject=constructor:1',
    '?from=2026-02-31',
    '?from=yesterday',
    '?from=2026-11-02&to=2026-11-01',
    `?address=${'1'.repeat(5_000)}`,
    '?address=%00',
    '?subject=customer:%00',
  ])('refuses %s', async (query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect((await errorOf(answer)).code).toBe('invalid-input');
  });

  it('takes what only looks bad: a place far away, a subject with quotes', async () => {
    await note({ action: 'session.signed-in' });
    expect((await page(`?cursor=${writeAuditCursor({ atUs: 0, id: 0 })}`)).entries).toEqual([]);
    const faraway = writeAuditCursor({ atUs: Number.MAX_SAFE_INTEGER, id: 1 });
    expect((await page(`?cursor=${faraway}`)).entries.length).toBeGreaterThan(0);
    expect((await page(`?subject=${encodeURIComponent(`customer:'"; --`)}`)).entries).toEqual([]);
  });

  it('has who looks at it, once an hour', async () => {
    await page();
    await page();
    const { entries } = await page('?action=audit.read');
    expect(entries).toMatchObject([{ actor: { name: harness.people.admin.displayName } }]);
  });

  it('offers people and acts to choose from', async () => {
    const file = 'api/admin/audit/choices/route.ts';
    const answer = await send({ file, method: 'GET', cookie });
    const { people, groups } = auditChoicesSchema.parse(await answer.json());
    expect(people.map(({ name }) => name)).toContain('disabled of the desk');
    expect(groups.flatMap(({ actions }) => actions.map(({ action }) => action)).sort()).toEqual(
      auditActions.toSorted(),
    );
  });
});
