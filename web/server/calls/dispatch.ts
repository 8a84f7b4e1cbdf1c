import 'server-only';
import { errorFields } from '@agent/process';
import { LONGEST_RECORDING_PAUSE_MS } from '@agent/protocol';
import {
  abandonLostCustomers,
  closeAbandonedWrapUps,
  endLostCalls,
  expireOffers,
  markAgentsOffline,
  offerNextCalls,
  pruneDeclines,
  pruneExpelledIdentities,
  prunePeopleShown,
  pruneRateLimits,
  requeueCallsOfFormerAgents,
  resumeOverduePauses,
  withDispatcherLock,
} from '@agent/store';
import { deliver } from '../rooms/deliver.ts';
import { closeRoomsOfEndedCalls } from '../rooms/ended-rooms.ts';
import { takeOutOfRoom } from '../rooms/take-out-of-room.ts';
import { neverThrowing, type Rounds, startRounds } from '../rounds.ts';
import type { Services } from '../services.ts';
import { tellTakenCall } from './tell-taken-call.ts';

/** How long things may take before the dispatcher acts, besides what admins set. */
export interface DispatchTimings {
  /** Time between two rounds when nothing happens. */
  everyMs: number;
  agentSilentMs: number;
  /** After a start or an outage nobody counts as gone for so long: they could not report. */
  graceMs: number;
  /** A paused recording goes on by itself after this long. */
  recordingPauseMs: number;
  /** Time between two looks for rooms that can go. */
  sweepEveryMs: number;
}

/** The figures of the product; tests have their own. */
export const dispatchTimings = {
  everyMs: 1_000,
  agentSilentMs: 30_000,
  graceMs: 20_000,
  recordingPauseMs: LONGEST_RECORDING_PAUSE_MS,
  sweepEveryMs: 5_000,
} as const satisfies DispatchTimings;

/**
 * Matches calls and agents and cleans up, every second and whenever a desk changes. One round at a
 * time in this process, and one process at a time.
 */
export function startDispatcher(
  services: Services,
  timings: DispatchTimings = dispatchTimings,
): Rounds {
  return startRounds(() => createRound(services, timings), {
    everyMs: timings.everyMs,
    subscribe: (ask) => services.changeFeed.onAnyDesk(ask),
  });
}

/** One round; it never throws, and remembers when people could last report. */
export function createRound(
  services: Services,
  timings: DispatchTimings = dispatchTimings,
): () => Promise<void> {
  const { db, log, meters, now } = services;
  let graceUntilMs = now().getTime() + timings.graceMs;
  let nextSweepMs = 0;
  let isSweeping = false;

  const round = neverThrowing(services, matchAndSweep, {
    fails: 'matching is not possible now',
    goesOn: 'matching goes on',
    onFailure() {
      graceUntilMs = now().getTime() + timings.graceMs;
      meters.dispatchFailures.inc();
    },
  });

  return async () => {
    const stop = meters.dispatchSeconds.startTimer();
    await round();
    stop();
  };

  async function matchAndSweep(): Promise<void> {
    await withDispatcherLock(db, async () => {
      await match(services, timings, now().getTime() >= graceUntilMs);
    });
    if (now().getTime() >= nextSweepMs) await sweep();
  }

  async function sweep(): Promise<void> {
    nextSweepMs = now().getTime() + timings.sweepEveryMs;
    if (!isSweeping) void sweepRooms();
    await pruneRateLimits(db);
    await pruneDeclines(db);
    await prunePeopleShown(db);
    await pruneExpelledIdentities(db);
  }

  /** Beside the rounds: a LiveKit that is slow must not delay matching. */
  async function sweepRooms(): Promise<void> {
    isSweeping = true;
    try {
      await closeRoomsOfEndedCalls(services);
    } catch (error) {
      log.warn(errorFields(error), 'rooms of ended calls not looked for');
    } finally {
      isSweeping = false;
    }
  }
}

async function match(
  services: Services,
  timings: DispatchTimings,
  canJudgeSilence: boolean,
): Promise<void> {
  const { db, log, newId, settings } = services;
  await requeueCalls(services);
  const expired = await expireOffers(db, { couldAnswer: canJudgeSilence });
  if (canJudgeSilence) await dropTheLost(services, timings);
  await resumeRecordings(services, timings);
  const offerMs = settings.current().offerSeconds * 1_000;
  const offered = await offerNextCalls(db, { offerMs, newIdentity: newId });
  for (const { call } of expired) log.info({ callId: call.id }, 'offer expired');
  for (const { call } of offered) {
    log.info({ callId: call.id, agentId: call.offeredTo }, 'call offered');
  }
}

/** Whoever disables an agent does this at once; somebody may be disabled another way, too. */
async function requeueCalls(services: Services): Promise<void> {
  for (const taken of await requeueCallsOfFormerAgents(services.db)) {
    void tellTakenCall(services, taken);
  }
}

async function resumeRecordings(services: Services, timings: DispatchTimings): Promise<void> {
  const resumed = await resumeOverduePauses(services.db, { pausedForMs: timings.recordingPauseMs });
  for (const { call, appended } of resumed) {
    services.log.info({ callId: call.id }, 'recording resumed by itself');
    void deliver(services, call, appended);
  }
}

async function dropTheLost(services: Services, timings: DispatchTimings): Promise<void> {
  const { db, log } = services;
  const { waitingSilentSeconds, callSilentSeconds, wrapUpMinutes } = services.settings.current();
  const left = await abandonLostCustomers(db, { silentMs: waitingSilentSeconds * 1_000 });
  for (const abandoned of left) {
    log.info({ callId: abandoned.call.id }, 'call abandoned');
    if (abandoned.call.answeredAt) void takeOutOfRoom(services, abandoned);
  }
  for (const ended of await endLostCalls(db, { silentMs: callSilentSeconds * 1_000 })) {
    void takeOutOfRoom(services, ended);
  }
  const closed = await closeAbandonedWrapUps(db, { silentMs: wrapUpMinutes * 60_000 });
  for (const { call } of closed) log.info({ callId: call.id }, 'call closed in absence');
  const offline = await markAgentsOffline(db, { silentMs: timings.agentSilentMs });
  for (const agentId of offline) log.info({ agentId }, 'agent went offline');
}
