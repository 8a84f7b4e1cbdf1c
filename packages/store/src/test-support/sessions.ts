import { randomUUID } from 'node:crypto';
import type { CallId, NewCallEvent, SessionQuery, Speaker, UserId } from '@agent/protocol';
import { aCustomerId, anEventId, aSegmentId } from '@agent/testing/ids';
import { setAgentStatus } from '../agents/agents.ts';
import { endCall } from '../calls/call-endings.ts';
import type { NewCall } from '../calls/calls.ts';
import { finishWrapUp } from '../calls/wrap-up.ts';
import type { Database } from '../database/connect.ts';
import { appendCallEvent } from '../log/call-events.ts';
import { findSessions } from '../sessions/find-sessions.ts';
import { indexSessions } from '../sessions/index-sessions.ts';
import { newActiveCall } from './store.ts';

/** What was said in a call of a test, and what became of it. */
export interface TestSession {
  call?: Partial<NewCall>;
  said?: readonly (readonly [from: Speaker | 'chat', text: string])[];
  orders?: readonly string[];
  /** Scores of what the customer said, in its order. */
  scores?: readonly number[];
  notes?: string;
}

/** A call that is over, with an agent of its own. */
export async function newSession(
  db: Database,
  { call, said = [], orders = [], scores = [], notes = '' }: TestSession = {},
): Promise<{ callId: CallId; agentId: UserId }> {
  const { call: active, agentId } = await newActiveCall(db, call);
  for (const [index, [from, text]] of said.entries()) {
    await appendLine(db, active.id, { from, text, atMs: index * 2_000, score: scores[index] });
  }
  for (const orderNumber of orders) {
    const data = { segmentId: aSegmentId(), orderNumber, customerId: aCustomerId() } as never;
    await append(db, active.id, { type: 'order.mentioned', data });
  }
  await endCall(db, active.id, 'customer-hung-up');
  await finishWrapUp(db, active.id, { disposition: 'resolved', notes });
  // The next call of the test is for another agent.
  await setAgentStatus(db, agentId, 'offline');
  return { callId: active.id, agentId };
}

/** Something that is said or typed; with a score that it has. */
export async function appendLine(
  db: Database,
  callId: CallId,
  line: { from: Speaker | 'chat'; text: string; atMs: number; score?: number | undefined },
): Promise<void> {
  const { from, text, atMs, score } = line;
  if (from === 'chat') {
    const data = { messageId: randomUUID(), from: 'customer', text } as const;
    return append(db, callId, { type: 'chat.message', data });
  }
  const segmentId = aSegmentId();
  const times = { startMs: atMs, endMs: atMs + 1_000 };
  const data = { segmentId, speaker: from, ...times, text, language: 'en' } as const;
  await append(db, callId, { type: 'segment.final', data: { ...data, meanLogProbability: null } });
  if (score === undefined) return;
  const scored = { segmentId, score, label: 'neutral', confidence: 1, source: 'lexicon' } as const;
  await append(db, callId, { type: 'sentiment.scored', data: scored });
}

async function append(
  db: Database,
  callId: CallId,
  event: Omit<NewCallEvent, 'eventId' | 'actor'>,
): Promise<void> {
  const whole = { ...event, eventId: anEventId(), actor: 'bot' } as NewCallEvent;
  await appendCallEvent(db, callId, whole);
}

/** Brings everything into the index; fails when a call cannot be. */
export async function indexAll(db: Database): Promise<number> {
  const done = await indexSessions(db, {
    language: 'english',
    among: 'all',
    limit: 1_000,
    onUnsearchable: (_, error) => {
      throw error;
    },
  });
  return done.outcome === 'indexed' ? done.indexed : 0;
}

/** Looks for calls as somebody who may see all, or `of` one agent. */
export async function find(db: Database, query: SessionQuery, of: UserId | null = null) {
  const found = await findSessions(db, query, { of, language: 'english' });
  if (found.outcome !== 'found') throw new Error(`Not found: ${found.outcome}.`);
  return found.page;
}
