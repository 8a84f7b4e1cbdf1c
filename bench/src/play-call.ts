import { setTimeout as delay } from 'node:timers/promises';
import { type CustomerApi, createCustomerApi } from '@agent/demo/customer-api';
import { createWebClient } from '@agent/demo/web-client';
import {
  type CallEventEnvelope,
  type CallId,
  type CallView,
  NOTICE_VERSION,
  type Side,
} from '@agent/protocol';
import type { Script } from '@agent/testing/script';
import type { AgentApi } from './agent-api.ts';
import type { Desk } from './desk.ts';
import type { ObservedCall } from './observed-call.ts';
import { type JoinedSide, joinSide } from './side.ts';

/** What is played on a call. */
export interface Recording {
  script: Script;
  samples: Record<Side, Int16Array>;
}

/** A call between a customer and an agent of the bench, answered but silent. */
export interface OpenCall {
  view: CallView;
  customer: CustomerApi;
  agent: AgentApi;
  sides: Record<Side, JoinedSide>;
}

/** After joining: time for the bot to be there too, as people also take a breath. */
const BEFORE_SPEECH_MS = 1000;
/** A call is over once nothing has arrived for this long after the sound ended … */
const QUIET_MS = 2500;
/** … or after this long at the latest. */
const LONGEST_WAIT_MS = 30_000;

/** Who calls. */
export interface BenchCustomer {
  name: string;
  contact: string;
  /** Whether it agrees to be recorded. Default true. */
  recorded?: boolean | undefined;
}

/** Queues a customer, lets the desk accept it and joins both sides. */
export async function openCall(
  webUrl: string,
  desk: Desk,
  { name, contact, recorded = true }: BenchCustomer,
): Promise<OpenCall> {
  const customer = createCustomerApi(createWebClient({ webUrl }));
  const { callId } = await customer.start({
    name,
    contact,
    consent: 'accepted',
    recording: recorded ? 'accepted' : 'declined',
    noticeVersion: NOTICE_VERSION,
  });
  const waiting = new AbortController();
  const sign = signOfLife(customer, callId, waiting.signal);
  try {
    const view = await desk.takeCall((offered) => offered === callId);
    const customerSide = await joinSide(customer, callId);
    const agentSide = await joinSide(desk.api, callId);
    return { view, customer, agent: desk.api, sides: { customer: customerSide, agent: agentSide } };
  } finally {
    waiting.abort();
    await sign;
  }
}

/** Plays both recordings from the same instant and waits until their text has arrived. */
export async function playCall(call: OpenCall, recording: Recording): Promise<ObservedCall> {
  await delay(BEFORE_SPEECH_MS);
  const [customer, agent] = await Promise.all([
    call.sides.customer.microphone.play(recording.samples.customer),
    call.sides.agent.microphone.play(recording.samples.agent),
  ]);
  await untilQuiet(call);
  const { callId, answeredAt } = call.view;
  return {
    callId,
    script: recording.script,
    answeredAtMs: Date.parse(answeredAt ?? ''),
    soundStartMs: { customer: customer.startedAtMs, agent: agent.startedAtMs },
    received: { customer: call.sides.customer.received, agent: call.sides.agent.received },
    log: await wholeLog(call.agent, callId),
    publisherStalledMs: customer.stalledMs + agent.stalledMs,
  };
}

/** Hangs up, leaves the room and frees the agent, who takes no other call until it is asked to. */
export async function closeCall(call: OpenCall): Promise<void> {
  const { callId } = call.view;
  await call.customer.hangUp(callId);
  await Promise.all([call.sides.customer.close(), call.sides.agent.close()]);
  await call.agent.wrapUp(callId);
  await call.agent.setStatus('break');
}

async function signOfLife(api: CustomerApi, callId: CallId, signal: AbortSignal): Promise<void> {
  try {
    for await (const { call } of api.states(callId, signal)) if (call.status === 'active') return;
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

async function untilQuiet({ sides }: OpenCall): Promise<void> {
  const endedAtMs = performance.timeOrigin + performance.now();
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += 100) {
    const lastMs = Math.max(endedAtMs, ...lastArrivals(sides));
    if (performance.timeOrigin + performance.now() - lastMs >= QUIET_MS) return;
    await delay(100);
  }
}

function lastArrivals(sides: Record<Side, JoinedSide>): number[] {
  return [sides.customer, sides.agent].flatMap(({ received }) => received.at(-1)?.atMs ?? []);
}

async function wholeLog(api: AgentApi, callId: CallId): Promise<CallEventEnvelope[]> {
  const log: CallEventEnvelope[] = [];
  for (;;) {
    const { envelopes, lastSeq } = await api.events(callId, log.at(-1)?.event.seq ?? 0);
    log.push(...envelopes);
    if (envelopes.length === 0 || (log.at(-1)?.event.seq ?? 0) >= lastSeq) return log;
  }
}
