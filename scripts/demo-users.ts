import { randomUUID } from 'node:crypto';
import { closeDatabase, hashPassword, openDatabase, upsertUser } from '@agent/store';
import type { ScriptsEnv } from './env-schema.ts';
import type { Secrets } from './secrets.ts';
import type { DemoUser } from './stack.types.ts';

/** The accounts of the local stack; a password of the environment wins over the generated one. */
export function demoUsers(settings: ScriptsEnv, secrets: Secrets): DemoUser[] {
  return [
    {
      username: 'agent1',
      displayName: 'Alex Agent',
      role: 'agent',
      password: settings.DEMO_AGENT_PASSWORD ?? secrets.agentPassword,
    },
    {
      username: 'agent2',
      displayName: 'Bo Agent',
      role: 'agent',
      password: settings.DEMO_AGENT2_PASSWORD ?? secrets.agent2Password,
    },
    {
      username: 'supervisor',
      displayName: 'Sam Supervisor',
      role: 'supervisor',
      password: settings.DEMO_SUPERVISOR_PASSWORD ?? secrets.supervisorPassword,
    },
    {
      username: 'admin',
      displayName: 'Ada Admin',
      role: 'admin',
      password: settings.DEMO_ADMIN_PASSWORD ?? secrets.adminPassword,
    },
  ];
}

/** Creates the accounts, or brings those that exist to these names, roles and passwords. */
export async function seedDemoUsers(
  databaseUrl: string,
  users: readonly DemoUser[],
): Promise<void> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'stack' });
  try {
    for (const { password, ...user } of users) {
      await upsertUser(db, {
        ...user,
        id: randomUUID(),
        passwordHash: await hashPassword(password),
      });
    }
  } finally {
    await closeDatabase(db);
  }
}
