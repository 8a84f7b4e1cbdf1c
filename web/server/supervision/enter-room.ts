import 'server-only';
import { type CallId, type MonitorAccess, supervisorIdentity } from '@agent/protocol';
import { type OpenMonitorOutcome, openMonitor, recordAudit, type Transition } from '@agent/store';
import { requireOverseer, type Viewer } from '../access/viewer.ts';
import { notActiveMessage } from '../calls/mint-room-token.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';
import { putOutOfRoom } from './put-out-of-room.ts';

/** Far more than somebody who goes from call to call, and no way to fill the table. */
const limit = { limit: 60, windowMs: 60_000 };

type EnterServices = Pick<Services, 'db' | 'rooms' | 'log' | 'meters' | 'newId'>;

/** How a supervisor comes into a room. */
interface Entering {
  mode: 'listen' | 'join';
  action: 'call.monitored' | 'call.joined';
}

/**
 * Lets a supervisor hear a call that goes on, unseen. There is no token without a row that says who
 * listens: this is the one place that mints it. The room is not made: a listener brings none to life.
 */
export function startListening(
  services: EnterServices,
  viewer: Viewer,
  callId: CallId,
): Promise<MonitorAccess> {
  return enterRoom(services, viewer, callId, { mode: 'listen', action: 'call.monitored' });
}

/**
 * Lets a supervisor talk with both sides of an active call, one at a time. It comes as somebody new, and
 * is announced before it can be heard.
 */
export function joinConversation(
  services: EnterServices,
  viewer: Viewer,
  callId: CallId,
): Promise<MonitorAccess> {
  return enterRoom(services, viewer, callId, { mode: 'join', action: 'call.joined' });
}

async function enterRoom(
  services: EnterServices,
  viewer: Viewer,
  callId: CallId,
  { mode, action }: Entering,
): Promise<MonitorAccess> {
  const { db, rooms, log, newId } = services;
  const by = requireOverseer(viewer);
  const message = 'You have opened very many calls. Wait a moment.';
  await limitRate({ db }, `monitor:${by.userId}`, limit, message);
  const outcome = await db.begin(async (tx) => {
    const opened = await openMonitor(tx, { id: newId(), callId, mode, by });
    if (opened.outcome !== 'opened') return opened;
    const { id: monitorId, agentTold } = opened.monitor;
    await recordAudit(tx, {
      action,
      actor: { userId: by.userId, displayName: by.displayName },
      address: viewer.address,
      subject: { kind: 'call', id: callId },
      data: { monitorId, agentTold },
    });
    return opened;
  });
  if (outcome.outcome !== 'opened') throw refusal(outcome);
  const { monitor, call, before, told } = outcome;
  log.info({ callId, monitorId: monitor.id, mode }, 'a supervisor comes into a room');
  // The room has one place for somebody who is heard.
  if (before) await putOutOfRoom(services, before.monitor);
  await tell(services, [before?.told, told]);
  const identity = supervisorIdentity(monitor.id);
  const access = await rooms.access(callId, identity, mode === 'join' ? 'joined' : 'listener');
  const { id: monitorId, agentTold } = monitor;
  return { ...access, monitorId, customerIdentity: call.customerIdentity, agentTold };
}

/** One after another, as they happened. A LiveKit that does not answer keeps nobody from hearing. */
async function tell(
  services: Pick<Services, 'db' | 'rooms' | 'log' | 'meters'>,
  transitions: readonly (Transition | undefined)[],
): Promise<void> {
  for (const transition of transitions) {
    if (transition) await deliver(services, transition.call, transition.appended);
  }
}

function refusal(outcome: Exclude<OpenMonitorOutcome, { outcome: 'opened' }>): Problem {
  switch (outcome.outcome) {
    case 'not-allowed':
      return Problem.notSignedIn();
    case 'not-found':
      return Problem.notFound();
    case 'not-going-on':
      return Problem.conflict(
        notActiveMessage(outcome.call),
        outcome.call.endedAt ? { call: 'over' } : undefined,
      );
    case 'taken':
      return Problem.conflict(`${outcome.name} has joined this conversation already.`);
    default:
      return outcome satisfies never;
  }
}
