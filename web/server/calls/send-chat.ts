import 'server-only';
import {
  audienceFor,
  type CallEventEnvelope,
  type CallId,
  type ChatRequest,
  envelopeFor,
} from '@agent/protocol';
import { appendCallEvent, stableEventId } from '@agent/store';
import { callOfOwner, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { notActiveMessage } from './mint-room-token.ts';

const limit = { limit: 30, windowMs: 10_000 };

/**
 * One side writes to the other. The message's id makes a repeated request harmless; the event's is
 * made here of what the sender cannot choose, so that no message takes the place of another event.
 */
export async function sendChat(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  { messageId, text }: ChatRequest,
): Promise<CallEventEnvelope> {
  const { db } = services;
  const { call, side } = await callOfOwner(services, viewer, callId);
  if (call.status !== 'active') throw Problem.conflict(notActiveMessage(call));
  const message = 'Too many messages at once. Wait a moment.';
  await limitRate(services, `chat:${callId}:${side}`, limit, message);
  const appended = await appendCallEvent(db, callId, {
    eventId: stableEventId('chat', callId, side, messageId),
    actor: side,
    type: 'chat.message',
    data: { messageId, from: side, text },
  });
  const envelope = envelopeFor(audienceFor(side), appended);
  if (!envelope) throw new Error('Both sides may see the chat.');
  void deliver(services, call, appended);
  return envelope;
}
