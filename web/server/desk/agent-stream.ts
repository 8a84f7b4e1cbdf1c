import 'server-only';
import type { AgentStreamState, UserId } from '@agent/protocol';
import { agentDesk, findCall, summaryOfLines, touchAgent, touchAgentOnCall } from '@agent/store';
import { readSession, type Session } from '../access/session.ts';
import { requireRole, type Viewer } from '../access/viewer.ts';
import { callView } from '../calls/call-view.ts';
import { eventStream } from '../http/event-stream.ts';
import type { Services } from '../services.ts';

/** Streams the agent's desk. It ends when the session does: disabled, changed or too old. */
export function agentStream(services: Services, viewer: Viewer, request: Request): Response {
  const { userId } = requireRole(viewer, 'agent');
  const { changeFeed } = services;
  return eventStream(services, {
    name: 'agent',
    owner: userId,
    request,
    subscribe(onChange) {
      const stops = [
        changeFeed.onDesk(userId, onChange),
        changeFeed.onSessionEnd(userId, onChange),
      ];
      return () => stops.forEach((stop) => void stop());
    },
    async state() {
      const read = await readSession(services, request.headers);
      return isAgent(read?.session) ? agentState(services, userId) : undefined;
    },
  });
}

/** The agent's desk as it is now; looking at it is the sign of life. */
export async function agentState(
  { db, lines }: Services,
  agentId: UserId,
): Promise<AgentStreamState> {
  await touchAgent(db, agentId);
  const [desk, now] = await Promise.all([agentDesk(db, agentId), lines.now()]);
  const call = desk.callId ? await findCall(db, desk.callId) : undefined;
  if (call) await touchAgentOnCall(db, call.id);
  const { status, nextStatus, breakReason, queues, offer, suggestionDensity } = desk;
  const { closedInAbsence: absence } = desk;
  return {
    status,
    statusSince: desk.statusSince.toISOString(),
    nextStatus,
    breakReason,
    queues,
    queue: summaryOfLines(
      now,
      queues.map(({ id }) => id),
    ),
    offer: offer && { ...offer, expiresAt: offer.expiresAt.toISOString() },
    call: call ? await callView({ db }, call, 'agent') : null,
    suggestionDensity,
    closedInAbsence: absence && { ...absence, closedAt: absence.closedAt.toISOString() },
  };
}

function isAgent(session: Session | undefined): boolean {
  return session?.role === 'agent';
}
