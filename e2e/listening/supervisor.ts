import { type CallId, type MonitorAccess, monitorAccessSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { query } from '../call-log.ts';
import { openRawClient, type RawAnswer, type RawClient } from '../raw-client.ts';

/** Somebody of the staff at the API, without a page. */
export interface Supervisor {
  client: RawClient;
  /** Asks to listen, whatever is answered. */
  ask(callId: CallId): Promise<RawAnswer>;
  /** Gets a way into the room of a call; throws when it is refused. */
  listen(callId: CallId): Promise<MonitorAccess>;
  /** Ends a listening. */
  stop(callId: CallId, monitorId: string): Promise<RawAnswer>;
  close(): void;
}

/** A stored listening, or time in a conversation. */
export interface MonitorRow {
  id: string;
  mode: 'listen' | 'join';
  supervisorName: string;
  joined: boolean;
  left: boolean;
  endedBy: string | null;
}

/** Signs somebody in; without an account to sign in with, the supervisor whom every stack has. */
export async function openSupervisor(
  stack: Stack,
  account?: { username: string; password: string },
): Promise<Supervisor> {
  const user = account ?? stack.users.find(({ role }) => role === 'supervisor');
  if (!user) throw new Error('The stack has no supervisor.');
  const client = openRawClient(stack.urls.web);
  await client.signIn(user);
  const ask = (callId: CallId) => client.post(`/api/calls/${callId}/monitor`, {});
  return {
    client,
    ask,
    async listen(callId) {
      const { status, text } = await ask(callId);
      if (status >= 300) throw new Error(`Not let in: ${status} ${text}`);
      return monitorAccessSchema.parse(JSON.parse(text));
    },
    stop: (callId, monitorId) =>
      client.send(`/api/calls/${callId}/monitor/${monitorId}`, { method: 'DELETE' }),
    close: () => client.close(),
  };
}

/** The rows of a call, oldest first. */
export function monitorRows({ databaseUrl }: Stack, callId: CallId): Promise<MonitorRow[]> {
  return query<MonitorRow>(
    databaseUrl,
    `select id, mode, supervisor_name as "supervisorName", joined_at is not null as joined,
       left_at is not null as left, ended_by as "endedBy"
     from call_monitors where call_id = '${callId}' order by asked_at`,
  );
}
