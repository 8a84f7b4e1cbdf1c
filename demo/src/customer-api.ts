import {
  type CallId,
  type CallView,
  type CustomerStreamState,
  callViewSchema,
  customerStreamSchema,
  type OpenQueue,
  openQueuesSchema,
  type StartCallRequest,
} from '@agent/protocol';
import { type CallApi, createCallApi } from './call-api.ts';
import { serverSentEvents } from './server-sent-events.ts';
import type { WebClient } from './web-client.ts';

/** What a customer's browser asks of the web app. */
export interface CustomerApi extends CallApi {
  /** Where one can call. */
  queues(): Promise<OpenQueue[]>;
  /** Queues a call; the client keeps the call's cookie. */
  start(request: StartCallRequest): Promise<CallView>;
  /** The call as it is now. */
  view(callId: CallId): Promise<CallView>;
  /** The customer's stream, which is also its sign of life while it waits. */
  states(callId: CallId, signal: AbortSignal): AsyncGenerator<CustomerStreamState>;
  /** Leaves the queue. */
  leave(callId: CallId): Promise<void>;
  /** Rates an ended call. */
  rate(callId: CallId, score: number, comment: string): Promise<void>;
}

/** Creates the customer's side of the HTTP API. */
export function createCustomerApi(client: WebClient): CustomerApi {
  const post = async (path: string, json?: unknown): Promise<void> => {
    await client.send(path, { method: 'POST', json: json ?? {} });
  };
  const { token, heartbeat, events, hangUp } = createCallApi(client);
  return {
    token,
    heartbeat,
    events,
    hangUp,
    queues: async () => (await client.read(openQueuesSchema, '/api/queues')).queues,
    start: (json) => client.read(callViewSchema, '/api/calls', { method: 'POST', json }),
    view: (callId) => client.read(callViewSchema, `/api/calls/${callId}`),
    states: (callId, signal) => customerStates(client, callId, signal),
    leave: (callId) => post(`/api/calls/${callId}/leave`),
    rate: (callId, score, comment) => post(`/api/calls/${callId}/rating`, { score, comment }),
  };
}

async function* customerStates(
  client: WebClient,
  callId: CallId,
  signal: AbortSignal,
): AsyncGenerator<CustomerStreamState> {
  const { body } = await client.send(`/api/calls/${callId}/stream`, { signal });
  if (!body) return;
  for await (const data of serverSentEvents(body)) {
    const parsed = customerStreamSchema.safeParse(JSON.parse(data));
    if (parsed.success) yield parsed.data;
  }
}
