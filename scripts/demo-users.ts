import { randomUUID } from 'node:crypto';
import { userIdSchema } from '@agent/protocol';
import { closeDatabase, openDatabase, saveUserWithPassword } from '@agent/store';
import type { ScriptsEnv } from './env-schema.ts';
import type { Secrets } from './secrets.ts';
import type { DemoUser } from './stack.types.ts';

const accounts = [
  {
    user: { username: 'agent1', displayName: 'Alex Agent', role: 'agent' },
    variable: 'DEMO_AGENT_PASSWORD',
    secret: 'agentPassword',
  },
  {
    user: { username: 'agent2', displayName: 'Bo Agent', role: 'agent' },
    variable: 'DEMO_AGENT2_PASSWORD',
    secret: 'agent2Password',
  },
  {
    user: { username: 'supervisor', displayName: 'Sam Supervisor', role: 'supervisor' },
    variable: 'DEMO_SUPERVISOR_PASSWORD',
    secret: 'supervisorPassword',
  },
  {
    user: { username: 'admin', displayName: 'Ada Admin', role: 'admin' },
    variable: 'DEMO_ADMIN_PASSWORD',
    secret: 'adminPassword',
  },
] as const satisfies readonly {
  user: Omit<DemoUser, 'password'>;
  variable: keyof ScriptsEnv;
  secret: keyof Secrets;
}[];

/** The accounts of the local stack; a password of the environment wins over the generated one. */
export function demoUsers(settings: ScriptsEnv, secrets: Secrets): DemoUser[] {
  return accounts.map(({ user, variable, secret }) => ({
    ...user,
    password: settings[variable] ?? secrets[secret],
  }));
}

/** Only the accounts whose password the environment gives. */
export function givenUsers(settings: ScriptsEnv): DemoUser[] {
  return accounts.flatMap(({ user, variable }) => {
    const password = settings[variable];
    return password === undefined ? [] : [{ ...user, password }];
  });
}

/**
 * Creates the accounts; those that exist get these passwords and keep the names and roles that admins
 * have given them. Sessions go on unless the password is another.
 */
export async function seedDemoUsers(
  databaseUrl: string,
  users: readonly DemoUser[],
): Promise<void> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'stack' });
  try {
    for (const user of users)
      await saveUserWithPassword(db, { ...user, id: userIdSchema.parse(randomUUID()) });
  } finally {
    await closeDatabase(db);
  }
}
