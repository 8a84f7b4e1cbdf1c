import { randomBytes, randomUUID } from 'node:crypto';
import { userIdSchema } from '@agent/protocol';
import { closeDatabase, hashPassword, openDatabase, upsertUser } from '@agent/store';

/** Creates agents for the bench with passwords nobody knows, named `bench-agent-1` and so on. */
export async function createBenchAgents(
  databaseUrl: string,
  count: number,
): Promise<{ username: string; password: string }[]> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'bench' });
  try {
    const agents = [];
    for (let number = 1; number <= count; number++) {
      const password = randomBytes(24).toString('base64url');
      const username = `bench-agent-${number}`;
      await upsertUser(db, {
        id: userIdSchema.parse(randomUUID()),
        username,
        displayName: `Bench agent ${number}`,
        role: 'agent',
        passwordHash: await hashPassword(password),
      });
      agents.push({ username, password });
    }
    return agents;
  } finally {
    await closeDatabase(db);
  }
}
