import { setTimeout as delay } from 'node:timers/promises';
import { scriptedCustomer } from '@agent/demo/scripted-customers';
import { closeDatabase, openDatabase } from '@agent/store';
import { SPEECH_DIR } from '@agent/testing/script';
import { RoomServiceClient } from 'livekit-server-sdk';
import { createBenchAgents } from '../bench-agents.ts';
import { type Desk, openDesk } from '../desk.ts';
import { losses, sumLosses } from '../losses.ts';
import { thisMachine } from '../machine.ts';
import type { ObservedCall } from '../observed-call.ts';
import { closeCall, openCall, playCall, type Recording } from '../play-call.ts';
import { loadRecordings } from '../rounds.ts';
import type { Tell } from '../run-bench.ts';
import { whenAborted } from '../when-aborted.ts';
import { HANDLE_SLACK, judgeSoak } from './judge-soak.ts';
import type { SoakArguments } from './soak-arguments.ts';
import { beginningOf, repeated } from './soak-recordings.ts';
import { judged, type SoakReport } from './soak-report.ts';
import { type SoakSample, watchedProcesses } from './soak-sample.ts';
import { openSoakStack, type SoakStack } from './soak-stack.ts';
import { takeSample, type Watched } from './take-sample.ts';

/** Calls in sequence say this much of their script: many short calls show more than few long ones. */
const SHORT_CALL_MS = 16_000;
const SAMPLE_EVERY_MS = 5_000;
/** Idle connections are kept for a minute, keep-alive sockets for some seconds. */
const SETTLE_MS = 100_000;
/** A stack has its handles after this long of nothing. */
const CALM_MS = 10_000;

/** Soaks a stack of its own and judges it; stops what it started in any case. */
export async function runSoak(
  options: SoakArguments,
  signal: AbortSignal,
  tell: Tell,
): Promise<SoakReport> {
  const recordings = await loadRecordings(SPEECH_DIR, []);
  const stack = await openSoakStack({
    fakeSpeechToText: options.fakeSpeechToText,
    signal,
  });
  const db = openDatabase(stack.stack.databaseUrl, { max: 1, applicationName: 'soak' });
  const desks: Desk[] = [];
  try {
    for (const agent of await createBenchAgents(stack.stack.databaseUrl, 2)) {
      desks.push(await openDesk(stack.stack.urls.web, agent));
    }
    const { url, apiKey, apiSecret } = stack.stack.livekit;
    const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
    const watched = { stack, db, rooms, startedAtMs: performance.now() };
    const run = { options, recordings, stack, desks, watched, tell };
    return await Promise.race([soak(run), whenAborted(signal)]);
  } finally {
    for (const desk of desks) await desk.close();
    await closeDatabase(db);
    await stack.close();
  }
}

interface SoakRun {
  options: SoakArguments;
  recordings: Recording[];
  stack: SoakStack;
  desks: Desk[];
  watched: Watched;
  tell: Tell;
}

async function soak(run: SoakRun): Promise<SoakReport> {
  const { options, stack, watched, tell } = run;
  tell('one call, so that everything is open that stays open');
  await sequence(run, 1);
  await delay(CALM_MS);
  const before = { ...(await takeSample(watched)), atMs: 0 };
  watched.startedAtMs = performance.now();
  tell(`${options.minutes} min of calls`);
  const sampling = sampleUntilStopped(watched, tell);
  const endsAtMs = performance.now() + options.minutes * 60_000;
  const [long, short] = await Promise.all([
    longCall(run, endsAtMs),
    sequence(run, Number.POSITIVE_INFINITY, endsAtMs),
  ]);
  const during = await sampling.stop();
  tell('letting it settle');
  const calls = [long, ...short];
  const lost = sumLosses(calls.map(losses));
  const after = await settled(watched, before);
  return judged({
    takenAt: new Date().toISOString(),
    machine: thisMachine(),
    speechToText: stack.speechToText,
    minutes: options.minutes,
    callsInSequence: short.length,
    finalSegments: calls.flatMap(({ log }) => log.filter(isFinal)).length,
    before,
    during,
    after,
    lost,
  });
}

async function longCall({ recordings, stack, desks }: SoakRun, endsAtMs: number) {
  const recording = repeated(recordings, Math.max(0, endsAtMs - performance.now() - SHORT_CALL_MS));
  return oneCall(stack, desks[0], recording, scriptedCustomer('late-delivery'));
}

/** Calls one after another until the time is over or there were enough. */
async function sequence(
  { recordings, stack, desks }: SoakRun,
  most: number,
  endsAtMs = Number.POSITIVE_INFINITY,
): Promise<ObservedCall[]> {
  const calls: ObservedCall[] = [];
  while (calls.length < most && performance.now() + SHORT_CALL_MS < endsAtMs) {
    const recording = recordings[calls.length % recordings.length];
    if (!recording) break;
    const customer = scriptedCustomer(recording.script.name);
    calls.push(await oneCall(stack, desks[1], beginningOf(recording, SHORT_CALL_MS), customer));
  }
  return calls;
}

async function oneCall(
  { stack }: SoakStack,
  desk: Desk | undefined,
  recording: Recording,
  customer: { name: string; contact: string },
): Promise<ObservedCall> {
  if (!desk) throw new Error('There are fewer agents than calls.');
  const call = await openCall(stack.urls.web, desk, customer);
  const observed = await playCall(call, recording);
  await closeCall(call);
  return observed;
}

function sampleUntilStopped(watched: Watched, tell: Tell) {
  const samples: SoakSample[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  const sampling = (async () => {
    while (!signal.aborted) {
      const sample = await takeSample(watched);
      samples.push(sample);
      if (samples.length % 12 === 0) {
        const { bot, web } = sample.processes;
        tell(
          `${Math.round(sample.atMs / 60_000)} min: bot ${bot?.rssMb} MB, ${bot?.handles} handles; web ${web?.rssMb} MB, ${web?.handles} handles; ${sample.rows.calls} calls`,
        );
      }
      await delay(SAMPLE_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    return samples;
  })();
  return {
    stop: () => {
      stopping.abort();
      return sampling;
    },
  };
}

/** Waits until all is as before, or has had time enough for it. */
async function settled(watched: Watched, before: SoakSample): Promise<SoakSample> {
  const untilMs = performance.now() + SETTLE_MS;
  for (;;) {
    const after = await takeSample(watched);
    if (performance.now() > untilMs || isAsBefore(before, after)) return after;
    await delay(SAMPLE_EVERY_MS);
  }
}

function isAsBefore(before: SoakSample, after: SoakSample): boolean {
  const lost = { turns: 0, gaps: 0, messages: 0, duplicates: 0 };
  const judgements = judgeSoak({ minutes: 1, before, during: [before], after, lost });
  const handles = watchedProcesses.every(
    (name) =>
      (after.processes[name]?.handles ?? 0) <=
      (before.processes[name]?.handles ?? 0) + HANDLE_SLACK,
  );
  return handles && judgements.every(({ isGood, what }) => isGood || what === 'memory of the bot');
}

function isFinal({ event }: ObservedCall['log'][number]): boolean {
  return event.type === 'segment.final';
}
