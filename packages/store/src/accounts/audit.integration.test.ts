import { aUserId } from '@agent/testing/ids';
import { expect, test } from 'vitest';
import { useStore } from '../test-support/store.ts';
import { auditActions, recordAudit } from './audit.ts';

const store = useStore();

test('who did what, from where, about whom and when is kept', async () => {
  const userId = aUserId();
  await recordAudit(store.db, {
    action: 'customer.read',
    actor: { userId, displayName: 'Alex Reed' },
    address: '203.0.113.7',
    subject: { kind: 'customer', id: 'c-1' },
    data: { callId: null, customers: ['c-1'] },
  });
  const [row] = await store.db`select * from audit_log`;
  expect(row).toMatchObject({
    action: 'customer.read',
    actorId: userId,
    actorName: 'Alex Reed',
    address: '203.0.113.7',
    subjectKind: 'customer',
    subjectId: 'c-1',
    data: { callId: null, customers: ['c-1'] },
    at: expect.any(Date),
  });
});

test('every action is one that the table takes', async () => {
  for (const action of auditActions) {
    await recordAudit(store.db, { action, actor: null, address: null });
  }
  expect(await store.db`select 1 from audit_log`).toHaveLength(auditActions.length);
});

test.each([
  'update audit_log set actor_name = null',
  'delete from audit_log',
  'truncate audit_log',
])('the record only grows: %s', async (statement) => {
  await recordAudit(store.db, { action: 'session.ended', actor: null, address: null });
  await expect(store.db.raw(statement)).rejects.toThrow('audit_log is append-only');
});
