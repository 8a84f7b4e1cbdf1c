import { setTimeout as delay } from 'node:timers/promises';
import type { CallId, CallStatus } from '@agent/protocol';
import { readRecording } from '@agent/testing/recording';
import type { Script, ScriptTurn } from '@agent/testing/script';
import { type CallRoom, joinCallRoom } from './call-room.ts';
import { type CustomerApi, createCustomerApi } from './customer-api.ts';
import { scriptedCustomer } from './scripted-customers.ts';
import { isCustomersTurn, type Patience } from './turn-taking.ts';
import { createWebClient, type Fetch, WebClientError } from './web-client.ts';

/** Where a scripted call stands. */
export type ScriptedCallState = 'waiting' | 'answered' | 'talking' | 'ended' | 'abandoned';

/** How a scripted call is placed. */
export interface ScriptedCallOptions {
  /** The web app's address as a browser would use it. */
  webUrl: string;
  script: Script;
  signal: AbortSignal;
  /** Default: the global `fetch`. */
  fetch?: Fetch;
  /** Default: a real room through rtc-node. */
  join?: typeof joinCallRoom;
  /** Default: `turnTakingDefaults`. */
  patience?: Patience;
  onState?: (state: ScriptedCallState) => void;
  /** Whether the customer agrees to be recorded where calls are. Default true. */
  recording?: boolean;
}

/** A call that is queued; `finished` settles when it is over. */
export interface ScriptedCall {
  callId: CallId;
  finished: Promise<'ended' | 'abandoned'>;
}

const HEARTBEAT_MS = 4000;
const PAUSE_AROUND_TURN_MS = 100;

/** Places a call as the script's customer and sees it through: waits, talks, hangs up, rates. */
export async function runScriptedCall(options: ScriptedCallOptions): Promise<void> {
  await (await startScriptedCall(options)).finished;
}

/** The same, but returns as soon as the call is queued. */
export async function startScriptedCall(options: ScriptedCallOptions): Promise<ScriptedCall> {
  const api = createCustomerApi(createWebClient(options));
  const [queue] = await api.queues();
  if (!queue) throw new Error('There is no queue to call.');
  const { callId } = await api.start({
    ...scriptedCustomer(options.script.name),
    queue: queue.id,
    consent: 'accepted',
    recording: queue.recorded && options.recording !== false ? 'accepted' : 'declined',
    noticeVersion: queue.noticeVersion,
  });
  options.onState?.('waiting');
  return { callId, finished: seeThrough(api, callId, options) };
}

async function seeThrough(
  api: CustomerApi,
  callId: CallId,
  options: ScriptedCallOptions,
): Promise<'ended' | 'abandoned'> {
  if (!(await isAnswered(api, callId, options.signal))) {
    options.onState?.('abandoned');
    return 'abandoned';
  }
  options.onState?.('answered');
  const hungUp = new AbortController();
  const signal = AbortSignal.any([options.signal, hungUp.signal]);
  const beating = beat(api, callId, hungUp, options.signal);
  try {
    await talk(api, callId, options, signal, () => hungUp.abort());
  } finally {
    hungUp.abort();
    await beating;
    await api.hangUp(callId);
    options.onState?.('ended');
  }
  await rate(api, callId);
  return 'ended';
}

/** Waits for an agent; false when the call never came to be. */
async function isAnswered(api: CustomerApi, callId: CallId, signal: AbortSignal): Promise<boolean> {
  try {
    let status = await lastStatus(api, callId, signal);
    while (status === 'queued' || status === 'offered') {
      await delay(500, undefined, { signal });
      status = await lastStatus(api, callId, signal);
    }
    return status === 'active';
  } catch (cause) {
    if (!signal.aborted) throw cause;
    await api.leave(callId);
    return false;
  }
}

/** Follows the stream until the call is no longer waiting; the server may end the stream before. */
async function lastStatus(
  api: CustomerApi,
  callId: CallId,
  signal: AbortSignal,
): Promise<CallStatus> {
  const stream = new AbortController();
  try {
    for await (const { call } of api.states(callId, AbortSignal.any([signal, stream.signal]))) {
      if (call.status !== 'queued' && call.status !== 'offered') return call.status;
    }
  } finally {
    stream.abort();
  }
  return (await api.view(callId)).status;
}

async function talk(
  api: CustomerApi,
  callId: CallId,
  options: ScriptedCallOptions,
  signal: AbortSignal,
  onDisconnected: () => void,
): Promise<void> {
  const recording = await readRecording(options.script.wavPaths.customer);
  const room = await (options.join ?? joinCallRoom)(await api.token(callId), onDisconnected);
  try {
    await room.waitForAgent(signal);
    options.onState?.('talking');
    for (const turn of options.script.turns.filter(({ speaker }) => speaker === 'customer')) {
      // The agent may have had to leave: another one is waited for.
      await room.waitForAgent(signal);
      await customersTurn(room, signal, options.patience);
      await room.speak(samplesOf(recording, turn), signal);
    }
    await customersTurn(room, signal, options.patience);
  } catch (cause) {
    if (!signal.aborted) throw cause;
  } finally {
    await room.close();
  }
}

async function customersTurn(
  room: CallRoom,
  signal: AbortSignal,
  patience: Patience | undefined,
): Promise<void> {
  const quietSinceMs = Date.now();
  const now = () => ({ nowMs: Date.now(), quietSinceMs, agentSpeech: room.agentSpeech() });
  while (!isCustomersTurn(now(), patience)) await delay(100, undefined, { signal });
}

function samplesOf(recording: Int16Array, turn: ScriptTurn): Int16Array {
  const at = (ms: number) => Math.max(0, Math.round(ms * 16));
  return recording.subarray(
    at(turn.startMs - PAUSE_AROUND_TURN_MS),
    at(turn.endMs + PAUSE_AROUND_TURN_MS),
  );
}

/** Says every 4 s that the customer is there, and notices when the agent has hung up. */
async function beat(
  api: CustomerApi,
  callId: CallId,
  hungUp: AbortController,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([hungUp.signal, stop]);
  while (!signal.aborted) {
    try {
      const { status } = await api.heartbeat(callId, signal);
      if (isOver(status)) hungUp.abort();
      await delay(HEARTBEAT_MS, undefined, { signal });
    } catch (cause) {
      if (signal.aborted) return;
      const isPassing =
        cause instanceof WebClientError && (cause.status === 0 || cause.status >= 500);
      if (!isPassing) hungUp.abort();
      else await delay(1000);
    }
  }
}

function isOver(status: CallStatus): boolean {
  return status === 'wrap-up' || status === 'closed' || status === 'abandoned';
}

async function rate(api: CustomerApi, callId: CallId): Promise<void> {
  try {
    await api.rate(callId, 5, 'Scripted call');
  } catch (cause) {
    if (!(cause instanceof WebClientError)) throw cause;
  }
}
