import 'server-only';
import {
  type CallEventEnvelope,
  type CallId,
  type CoachRequest,
  staffEnvelope,
} from '@agent/protocol';
import { appendCallEvent, stableEventId } from '@agent/store';
import { callOfSupervisor } from '../access/supervised-call.ts';
import { requireOverseer, type Viewer } from '../access/viewer.ts';
import { notActiveMessage } from '../calls/mint-room-token.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

const limit = { limit: 20, windowMs: 60_000 };

/**
 * A supervisor who looks after an active call writes to its agent; customers hear nothing of it. The
 * message's id makes a repeated request harmless.
 */
export async function coach(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  { messageId, text }: CoachRequest,
): Promise<CallEventEnvelope> {
  const call = await callOfSupervisor(services, viewer, callId);
  const { userId, displayName } = requireOverseer(viewer);
  if (call.status !== 'active') throw Problem.conflict(notActiveMessage(call));
  const message = 'Too many messages at once. Wait a moment.';
  await limitRate(services, `coach:${callId}:${userId}`, limit, message);
  const appended = await appendCallEvent(services.db, callId, {
    eventId: stableEventId('coach', callId, userId, messageId),
    actor: 'supervisor',
    type: 'coach.message',
    data: { messageId, from: displayName, text },
  });
  void deliver(services, call, appended);
  return staffEnvelope(appended);
}
