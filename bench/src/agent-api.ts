import { type CallApi, createCallApi } from '@agent/demo/call-api';
import { serverSentEvents } from '@agent/demo/server-sent-events';
import type { WebClient } from '@agent/demo/web-client';
import {
  type AgentStreamState,
  agentStreamSchema,
  type CallId,
  type CallView,
  callViewSchema,
} from '@agent/protocol';
import { z } from 'zod';

/** What an agent's browser asks of the web app. */
export interface AgentApi extends CallApi {
  /** Signs in as the sign-in page does; throws when the session does not come to be. */
  signIn(username: string, password: string): Promise<void>;
  setStatus(status: 'available' | 'break' | 'offline'): Promise<void>;
  /** The desk's stream, which is also the agent's sign of life. */
  states(signal: AbortSignal): AsyncGenerator<AgentStreamState>;
  accept(callId: CallId): Promise<CallView>;
  decline(callId: CallId): Promise<void>;
  /** Finishes the wrap-up, which frees the agent. */
  wrapUp(callId: CallId): Promise<void>;
}

const csrfSchema = z.object({ csrfToken: z.string() });
const sessionSchema = z.object({ user: z.object({}) });

/** Creates the agent's side of the HTTP API. */
export function createAgentApi(client: WebClient): AgentApi {
  const post = async (path: string, json: unknown = {}): Promise<void> => {
    await client.send(path, { method: 'POST', json });
  };
  const { token, heartbeat, events, hangUp } = createCallApi(client);
  return {
    token,
    heartbeat,
    events,
    hangUp,
    signIn: (username, password) => signIn(client, username, password),
    setStatus: (status) => post('/api/agent/status', { status }),
    states: (signal) => agentStates(client, signal),
    accept: (callId) =>
      client.read(callViewSchema, `/api/calls/${callId}/offer/accept`, {
        method: 'POST',
        json: {},
      }),
    decline: (callId) => post(`/api/calls/${callId}/offer/decline`),
    wrapUp: (callId) =>
      post(`/api/calls/${callId}/wrap-up`, { disposition: 'resolved', notes: 'Bench' }),
  };
}

async function signIn(client: WebClient, username: string, password: string): Promise<void> {
  const { csrfToken } = await client.read(csrfSchema, '/api/auth/csrf');
  const form = { csrfToken, username, password, json: 'true' };
  await client.send('/api/auth/callback/credentials', { method: 'POST', form });
  await client.read(sessionSchema, '/api/auth/session');
}

async function* agentStates(
  client: WebClient,
  signal: AbortSignal,
): AsyncGenerator<AgentStreamState> {
  const { body } = await client.send('/api/agent/stream', { signal });
  if (!body) return;
  for await (const data of serverSentEvents(body)) {
    const parsed = agentStreamSchema.safeParse(JSON.parse(data));
    if (parsed.success) yield parsed.data;
  }
}
