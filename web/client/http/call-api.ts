import {
  type AgentStatusRequest,
  type CallEventEnvelope,
  type CallId,
  type CallView,
  type ChatRequest,
  callEventEnvelopeSchema,
  callIdSchema,
  callViewSchema,
  type EventPage,
  eventPageSchema,
  type Heartbeat,
  type HelpRequest,
  heartbeatSchema,
  type OpenQueue,
  openQueuesSchema,
  type RatingRequest,
  type ReaderRole,
  type RoomAccess,
  roomAccessSchema,
  type StartCallRequest,
  type WrapUpDraft,
  type WrapUpRequest,
} from '@agent/protocol';
import { z } from 'zod';
import { command, request } from './request.ts';
import { RequestError } from './request-error.ts';

/** A call, and as what this page reads it. */
export interface ReadCall {
  callId: CallId;
  reader: ReaderRole;
}

const path = (callId: CallId, rest = '') => `/api/calls/${callId}${rest}`;

/** Where one can call. */
export async function openQueues(): Promise<OpenQueue[]> {
  return (await request(openQueuesSchema, '/api/queues')).queues;
}

/** Puts a customer into the queue. */
export function startCall(body: StartCallRequest): Promise<CallView> {
  return request(callViewSchema, '/api/calls', { method: 'POST', body });
}

/** The call that this browser's cookie belongs to; null when there is none. */
export async function currentCall(): Promise<CallView | null> {
  try {
    return await request(callViewSchema, '/api/calls/current');
  } catch (error) {
    if (error instanceof RequestError && error.code === 'not-found') return null;
    throw error;
  }
}

/** A call as its reader may know it. */
export function readCallView(
  { callId, reader }: ReadCall,
  signal?: AbortSignal,
): Promise<CallView> {
  return request(callViewSchema, path(callId), { signal, reader });
}

/** Leaves the queue. */
export function leaveQueue(callId: CallId): Promise<void> {
  return command(path(callId, '/leave'));
}

const refusals = new Set<string>(['not-signed-in', 'forbidden', 'not-found', 'conflict']);

/** Access to the room of an active call; `refused` when the call is over or not ours. */
export async function roomAccess(
  { callId, reader }: ReadCall,
  signal?: AbortSignal,
): Promise<RoomAccess | 'refused'> {
  try {
    const options = { method: 'POST', signal, reader } as const;
    return await request(roomAccessSchema, path(callId, '/token'), options);
  } catch (error) {
    if (error instanceof RequestError && refusals.has(error.code)) return 'refused';
    throw error;
  }
}

/** A page of the log after `seq`. */
export function eventPage(
  { callId, reader }: ReadCall,
  after: number,
  signal?: AbortSignal,
): Promise<EventPage> {
  return request(eventPageSchema, path(callId, `/events?after=${after}`), { signal, reader });
}

/** Says that this reader is here; tells how far the log goes. */
export function heartbeat({ callId, reader }: ReadCall, signal?: AbortSignal): Promise<Heartbeat> {
  const options = { method: 'POST', signal, reader } as const;
  return request(heartbeatSchema, path(callId, '/heartbeat'), options);
}

/** Sends a chat message; the same `messageId` twice is stored once. */
export function sendChat(
  { callId, reader }: ReadCall,
  body: ChatRequest,
): Promise<CallEventEnvelope> {
  const options = { method: 'POST', body, reader } as const;
  return request(callEventEnvelopeSchema, path(callId, '/chat'), options);
}

/** Ends the call for both sides. */
export function hangUp({ callId, reader }: ReadCall): Promise<void> {
  return command(path(callId, '/hangup'), { reader });
}

/** Puts the customer on hold or back. */
export function setHold(callId: CallId, held: boolean): Promise<void> {
  return command(path(callId, '/hold'), { body: { held } });
}

/** Leaves out of the recording what is said from now on, or records on. */
export function setRecordingPause(callId: CallId, paused: boolean): Promise<void> {
  return command(path(callId, '/recording-pause'), { body: { paused } });
}

/** Asks the supervisors for help; the same `helpId` twice asks once. */
export function askForHelp(callId: CallId, body: HelpRequest): Promise<CallEventEnvelope> {
  return request(callEventEnvelopeSchema, path(callId, '/help'), { method: 'POST', body });
}

/** Withdraws the request for help that is open or, once somebody has taken it, says that it is done. */
export function endHelp(callId: CallId): Promise<void> {
  return command(path(callId, '/help'), { method: 'DELETE' });
}

/** Rates a call that has ended. */
export function rateCall(callId: CallId, body: RatingRequest): Promise<void> {
  return command(path(callId, '/rating'), { body });
}

/** Saves the wrap-up as typed. `keepalive` when the page is going away. */
export function saveWrapUp(callId: CallId, body: WrapUpDraft, keepalive = false): Promise<void> {
  return command(path(callId, '/wrap-up'), { method: 'PUT', body, keepalive });
}

/** Finishes the wrap-up and frees the agent. */
export function finishWrapUp(callId: CallId, body: WrapUpRequest): Promise<void> {
  return command(path(callId, '/wrap-up'), { body });
}

/** Takes the call that is offered. */
export function acceptOffer(callId: CallId): Promise<CallView> {
  return request(callViewSchema, path(callId, '/offer/accept'), { method: 'POST' });
}

/** Leaves the offered call to somebody else. */
export function declineOffer(callId: CallId): Promise<void> {
  return command(path(callId, '/offer/decline'));
}

/** Changes what the agent is doing. */
export function setAgentStatus(body: AgentStatusRequest): Promise<void> {
  return command('/api/agent/status', { body });
}

const demoCallSchema = z.object({ callId: callIdSchema });

/** Lets the scripted customer call in. */
export async function startDemoCall(): Promise<CallId> {
  return (await request(demoCallSchema, '/api/demo', { method: 'POST', body: {} })).callId;
}
