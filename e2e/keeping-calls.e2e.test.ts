import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { callIdSchema, eventIdSchema, queueIdSchema, userIdSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import * as store from '@agent/store';
import { loadScript } from '@agent/testing/script';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from './call-log.ts';
import { openPerson, type Person, signIn } from './people.ts';
import { startTestStack } from './test-stack.ts';

let stack: Stack;
let admin: Person;
beforeAll(async () => {
  stack = await startTestStack({}, ['postgres', 'livekit', 'web']);
  const { wavPaths } = await loadScript('password-reset');
  admin = await openPerson(stack, wavPaths.customer);
  await signIn(admin, stack, 'admin');
});
afterAll(async () => {
  await admin?.close();
  await stack?.close();
});

it('downloads a call, keeps it by a legal hold, and erases it for good', async () => {
  const callId = await storeCall();
  const { page } = admin;
  await page.goto(`/calls/${callId}`);
  await page.getByText('a purple umbrella').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^call-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.zip$/);
  const zip = (await readFile(await download.path())).toString('latin1');
  for (const part of ['session.json', 'transcript.txt', 'Maria Umbrella (chat): a purple']) {
    expect(zip).toContain(part);
  }

  await page.getByRole('button', { name: 'Legal hold' }).click();
  await page.getByLabel('Why').fill('a court asks for it');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'End legal hold' }).waitFor();
  expect(await page.getByRole('button', { name: 'Erase' }).isDisabled()).toBe(true);
  const refused = await page.request.delete(`/api/sessions/${callId}`, {
    data: { reason: 'all the same' },
    headers: { origin: stack.urls.web },
  });
  expect(refused.status()).toBe(409);
  await page.getByRole('button', { name: 'End legal hold' }).click();
  await page.getByLabel('Why').fill('the court has decided');
  await page.getByRole('button', { name: 'End the hold' }).click();

  await page.getByRole('button', { name: 'Erase' }).click();
  await page.getByLabel('Why').fill('asked for it by letter');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.waitForURL('**/calls/history**');
  expect((await page.request.get(`/api/sessions/${callId}`)).status()).toBe(404);
  expect(await page.getByText('Maria Umbrella').count()).toBe(0);
  expect(await wordsLeft()).toEqual([]);
  const [tombstone] = await query(stack.databaseUrl, 'select rule, reason, by_name from erasures');
  expect(tombstone).toEqual({
    ...{ rule: 'request', reason: 'asked for it by letter', byName: 'Ada Admin' },
  });
});

/** A call that is over, in which something was written. */
async function storeCall() {
  const db = store.openDatabase(stack.databaseUrl, { max: 2, applicationName: 'e2e' });
  try {
    const callId = callIdSchema.parse(randomUUID());
    await store.createCall(db, {
      ...{ id: callId, customerName: 'Maria Umbrella', contactKind: 'email' },
      ...{ contact: 'umbrella@example.org', transcribed: true, recorded: true },
      ...{
        queueId: queueIdSchema.parse('main'),
        noticeVersion: '2',
        customerIdentity: randomUUID(),
      },
    });
    const [agent] = await query<{ id: string }>(
      stack.databaseUrl,
      `select id from users where username = 'agent1'`,
    );
    const agentId = userIdSchema.parse(agent?.id);
    await store.setAgentStatus(db, agentId, 'available');
    await store.offerNextCalls(db, { offerMs: 20_000, newIdentity: randomUUID });
    await store.acceptOffer(db, callId, agentId);
    await store.appendCallEvent(db, callId, {
      ...{ eventId: eventIdSchema.parse(randomUUID()), actor: 'customer', type: 'chat.message' },
      data: { messageId: randomUUID(), from: 'customer', text: 'a purple umbrella' },
    });
    await store.endCall(db, callId, 'customer-hung-up');
    await store.finishWrapUp(db, callId, { disposition: 'resolved', notes: 'an umbrella' });
    return callId;
  } finally {
    await store.closeDatabase(db);
  }
}

/** Tables in which the call's words are left. */
async function wordsLeft(): Promise<string[]> {
  const tables = ['calls', 'call_events', 'call_search', 'session_comments', 'audit_log'];
  const left = [];
  for (const table of tables) {
    const text = `select 1 from ${table} t where t::text ilike '%umbrel%'`;
    if ((await query(stack.databaseUrl, text)).length > 0) left.push(table);
  }
  return left;
}
