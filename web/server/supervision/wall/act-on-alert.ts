import 'server-only';
import type { AlertAct, AppendedEvent, CallId } from '@agent/protocol';
import {
  type CallRow,
  careForAlert,
  endHelp,
  type Helper,
  readWallCalls,
  releaseHelp,
  takeHelp,
} from '@agent/store';
import { callOfSupervisor } from '../../access/supervised-call.ts';
import { requireOverseer, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { Problem } from '../../problem.ts';
import { deliver } from '../../rooms/deliver.ts';
import type { Services } from '../../services.ts';
import { type HeldCall, holdCall, incidentsOf } from './held-call.ts';
import { readLogs } from './known-calls.ts';

const limit = { limit: 60, windowMs: 60_000 };
const tooMany = 'Too many changes at once. Wait a moment.';

/** An alert of a call, and what somebody does about it. */
export interface AlertCase {
  callId: CallId;
  incident: string;
  act: AlertAct;
}

/**
 * A supervisor takes an alert, gives it back, puts it off or has seen to it. What is not there (any more) is
 * not found; a conflict says who has it. A request for help is also told to the agent, and done it is over.
 */
export async function actOnAlert(
  services: Services,
  viewer: Viewer,
  { callId, incident, act }: AlertCase,
): Promise<void> {
  const call = await callOfSupervisor(services, viewer, callId);
  const { userId, displayName } = requireOverseer(viewer);
  await limitRate(services, `alerts:${userId}`, limit, tooMany);
  const by = { userId, displayName };
  const held = await heldCall(services, callId);
  const stands = await doesStandOut(services, held, incident);
  if (!stands) throw Problem.notFound('There is no such alert any more.');
  const { help } = held.row;
  const isHelp = help && incident === `help:${help.helpId}`;
  if (isHelp) await actOnHelp(services, call, { helpId: help.helpId, taker: help.taker, act, by });
  const care = isHelp ? careBesideHelp(act) : act;
  const cared = await careForAlert(services.db, callId, incident, { act: care, by });
  if (cared.outcome === 'owned-by-other') throw owned(cared.name);
}

/** The call as it is now, with its log; one that is over has no alerts. */
async function heldCall({ db }: Services, callId: CallId): Promise<HeldCall> {
  const [row] = await readWallCalls(db, [callId]);
  if (!row) throw Problem.notFound('There is no such alert any more.');
  const held = holdCall(row);
  await readLogs(db, [held]);
  return held;
}

async function doesStandOut(
  { wall, now }: Services,
  held: HeldCall,
  incident: string,
): Promise<boolean> {
  const incidents = incidentsOf(held, now().getTime(), await wall.longCalls());
  return incidents.some((one) => one.incident === incident);
}

interface HelpAct {
  helpId: string;
  taker: { userId: string; name: string } | null;
  act: AlertAct;
  by: Helper;
}

/** Who has taken a request is known by the request itself. */
async function actOnHelp(
  services: Services,
  call: CallRow,
  { helpId, taker, act, by }: HelpAct,
): Promise<void> {
  const isOthers = taker !== null && taker.userId !== by.userId;
  if (isOthers && act.act !== 'release') throw owned(taker.name);
  const appended = await helpActs[act.act](services, call.id, helpId, by);
  if (appended) void deliver(services, call, appended);
}

const helpActs: Record<
  AlertAct['act'],
  (
    services: Services,
    callId: CallId,
    helpId: string,
    by: Helper,
  ) => Promise<AppendedEvent | undefined>
> = {
  async take({ db }, callId, helpId, by) {
    const taken = await takeHelp(db, callId, helpId, by);
    if (taken.outcome === 'taken-by-other') throw owned(taken.name);
    if (taken.outcome === 'over') throw Problem.notFound('Help is not needed any more.');
    return taken.outcome === 'taken' ? taken.appended : undefined;
  },
  release: ({ db }, callId, helpId) => releaseHelp(db, callId, helpId),
  done: ({ db }, callId, helpId) => endHelp(db, callId, helpId),
  snooze: async () => undefined,
};

/** Of a request for help only putting off is noted with the alert; with anything else that is over. */
function careBesideHelp(act: AlertAct): AlertAct {
  return act.act === 'snooze' ? act : { act: 'release' };
}

function owned(name: string): Problem {
  return Problem.conflict(`${name} sees to it already.`);
}
