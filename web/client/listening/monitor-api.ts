import {
  type CallEventEnvelope,
  type CallId,
  type CoachRequest,
  callEventEnvelopeSchema,
  type MonitorAccess,
  monitorAccessSchema,
} from '@agent/protocol';
import { command, request } from '../http/request.ts';

const path = (callId: CallId, rest: string) => `/api/calls/${callId}${rest}`;

/** A way into the room of a call, to hear it unseen. */
export function startListening(callId: CallId): Promise<MonitorAccess> {
  return request(monitorAccessSchema, path(callId, '/monitor'), { method: 'POST' });
}

/** A way into the room of a call, to talk with both sides. They are told before anybody is heard. */
export function joinConversation(callId: CallId): Promise<MonitorAccess> {
  return request(monitorAccessSchema, path(callId, '/join'), { method: 'POST' });
}

/** Ends one's listening, or one's time in the conversation. Outlives the page; twice is harmless. */
export function leaveRoom(callId: CallId, monitorId: string): Promise<void> {
  return command(path(callId, `/monitor/${monitorId}`), { method: 'DELETE', keepalive: true });
}

/** Writes to the agent alone; the same `messageId` twice is stored once. */
export function coachAgent(callId: CallId, body: CoachRequest): Promise<CallEventEnvelope> {
  return request(callEventEnvelopeSchema, path(callId, '/coach'), { method: 'POST', body });
}
