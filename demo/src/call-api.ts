import {
  type CallId,
  type EventPage,
  eventPageSchema,
  type Heartbeat,
  heartbeatSchema,
  type RoomAccess,
  roomAccessSchema,
} from '@agent/protocol';
import type { WebClient } from './web-client.ts';

/** What both sides of a call may ask of the web app. */
export interface CallApi {
  /** A token for the call's room. */
  token(callId: CallId): Promise<RoomAccess>;
  /** Says that this side is still here; due every 4 s. */
  heartbeat(callId: CallId, signal?: AbortSignal): Promise<Heartbeat>;
  /** The call's log after `seq`, one page. */
  events(callId: CallId, after: number): Promise<EventPage>;
  /** Ends the call; harmless when it has ended already. */
  hangUp(callId: CallId): Promise<void>;
}

/** Creates the part of the HTTP API that both sides share. */
export function createCallApi(client: WebClient): CallApi {
  const path = (callId: CallId, action: string) => `/api/calls/${callId}/${action}`;
  return {
    token: (callId) =>
      client.read(roomAccessSchema, path(callId, 'token'), { method: 'POST', json: {} }),
    heartbeat: (callId, signal) =>
      client.read(heartbeatSchema, path(callId, 'heartbeat'), { method: 'POST', json: {}, signal }),
    events: (callId, after) => client.read(eventPageSchema, path(callId, `events?after=${after}`)),
    hangUp: async (callId) => {
      await client.send(path(callId, 'hangup'), { method: 'POST', json: {} });
    },
  };
}
