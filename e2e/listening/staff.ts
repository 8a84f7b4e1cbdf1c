import { randomBytes, randomUUID } from 'node:crypto';
import { type Role, userIdSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { closeDatabase, hashPassword, openDatabase, upsertUser } from '@agent/store';
import { query } from '../call-log.ts';
import { openRawClient } from '../raw-client.ts';
import { openSupervisor, type Supervisor } from './supervisor.ts';

/** Adds somebody to the staff and signs them in; `queues` are those that a supervisor looks after. */
export async function addStaff(
  stack: Stack,
  username: string,
  { role = 'supervisor', queues = [] }: { role?: Role; queues?: readonly string[] } = {},
): Promise<Supervisor & { userId: string }> {
  const id = userIdSchema.parse(randomUUID());
  const password = randomBytes(24).toString('base64url');
  const db = openDatabase(stack.databaseUrl, { max: 1, applicationName: 'e2e' });
  try {
    const passwordHash = await hashPassword(password);
    await upsertUser(db, { id, username, displayName: `The ${username}`, role, passwordHash });
  } finally {
    await closeDatabase(db);
  }
  for (const queue of queues) {
    await query(
      stack.databaseUrl,
      `insert into queue_supervisors (user_id, queue_id) values ('${id}', '${queue}')`,
    );
  }
  return { ...(await openSupervisor(stack, { username, password })), userId: id };
}

/** Changes somebody's account as an admin does: by the API. */
export async function changeAccount(stack: Stack, userId: string, change: object): Promise<void> {
  const admin = stack.users.find(({ role }) => role === 'admin');
  if (!admin) throw new Error('The stack has no admin.');
  const client = openRawClient(stack.urls.web);
  try {
    await client.signIn(admin);
    const path = `/api/admin/users/${userId}`;
    const { version } = JSON.parse((await client.send(path)).text) as { version: number };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ version, ...change });
    const answer = await client.send(path, { method: 'PATCH', headers, body });
    if (answer.status !== 200) throw new Error(`Not changed: ${answer.status} ${answer.text}`);
  } finally {
    client.close();
  }
}
