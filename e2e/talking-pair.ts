import type { CallId, Side } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { expect, vi } from 'vitest';
import { query, statusOf } from './call-log.ts';
import { heardSound } from './page-rooms.ts';
import { acceptCall, callIn, goAvailable, openPerson, type Person, signIn } from './people.ts';
import { steadySpeech } from './steady-speech.ts';

/** A customer and an agent on a call, who both talk on and on. */
export interface TalkingPair {
  customer: Person;
  agent: Person;
  callId: CallId;
  /** Recordings that the microphones play. */
  wavPaths: Record<Side, string>;
}

/** Milliseconds that a call may take to be whole again once nothing is wrong any more. */
export const RECOVERY_MS = 60_000;

/** How a call of two talking people is special. */
export interface TalkingOptions {
  /** Default `accepted`. */
  consent?: 'accepted' | 'declined';
  /** To being recorded. Default `accepted`. */
  recording?: 'accepted' | 'declined';
  /** Sees the pages before they are loaded. */
  prepare?(people: { customer: Person; agent: Person }): Promise<void>;
}

/** Opens two browsers and brings both into a call. */
export async function startTalking(
  stack: Stack,
  username: string,
  { consent = 'accepted', recording = 'accepted', prepare }: TalkingOptions = {},
): Promise<TalkingPair> {
  const [customerWav, agentWav] = await Promise.all([
    steadySpeech('double-charge', 'customer', stack.dataDir),
    steadySpeech('double-charge', 'agent', stack.dataDir),
  ]);
  const wavPaths = { customer: customerWav, agent: agentWav };
  const customer = await openPerson(stack, wavPaths.customer, { loops: true });
  const agent = await openPerson(stack, wavPaths.agent, { loops: true });
  await prepare?.({ customer, agent });
  await signIn(agent, stack, username);
  await goAvailable(agent);
  const callId = await callIn(customer, {
    name: 'James Carter',
    contact: `${username}@example.com`,
    consent,
    recording,
  });
  await acceptCall(agent, customer);
  return { customer, agent, callId, wavPaths };
}

/** Waits until each side hears the other, what `speakers` say from now on is written, and nothing is said to be wrong. */
export async function untilTalkGoesOn(
  stack: Stack,
  { customer, agent, callId }: TalkingPair,
  speakers: readonly Side[] = ['customer', 'agent'],
): Promise<void> {
  const fromMs = await callNowMs(stack, callId);
  const heardFrom = (speaker: Side) =>
    hasEvent(
      stack,
      callId,
      `type = 'segment.final' and data->>'speaker' = '${speaker}' and (data->>'endMs')::int > ${fromMs + 500}`,
    );
  await Promise.all([
    untilHeard(customer),
    untilHeard(agent),
    untilCalm(customer),
    untilCalm(agent),
    ...speakers.map((speaker) =>
      vi.waitUntil(() => heardFrom(speaker), { timeout: RECOVERY_MS, interval: 500 }),
    ),
  ]);
  expect(await statusOf(stack.databaseUrl, callId)).toBe('active');
}

/** Waits until a page says that the connection is good again and has nothing else to say. */
export async function untilCalm({ page }: Person): Promise<void> {
  const { badge, notices } = wordsOn(page);
  await vi.waitFor(
    async () => {
      expect(await badge.getAttribute('data-state')).toMatch(/^(connected|good|poor)$/);
      expect(await notices.allInnerTexts()).toEqual([]);
    },
    { timeout: RECOVERY_MS, interval: 250 },
  );
}

/** What a page says of the state of its call. */
export function wordsOn(page: Person['page']) {
  return {
    badge: page.locator('[data-slot=connection-badge]'),
    notices: page.locator('[data-slot=notice]'),
  };
}

/** Whether the log of a call, however long it is, has an event like this. */
export async function hasEvent(stack: Stack, callId: CallId, like: string): Promise<boolean> {
  const text = `select 1 from call_events where call_id = '${callId}' and ${like} limit 1`;
  return (await query(stack.databaseUrl, text)).length > 0;
}

/** How far a call is, in milliseconds since it was answered. */
async function callNowMs(stack: Stack, callId: CallId): Promise<number> {
  const ms = 'extract(epoch from now() - answered_at) * 1000';
  const text = `select ${ms} as ms from calls where id = '${callId}'`;
  return Math.round(Number((await query<{ ms: number }>(stack.databaseUrl, text))[0]?.ms));
}

/** Waits until a page plays what others in its room say. */
export async function untilHeard({ page }: Person): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  const isHeard = async () => {
    const { playing, energy } = await heardSound(page);
    const grows = energy > before + 0.001;
    before = energy;
    return playing && grows;
  };
  await vi.waitUntil(isHeard, { timeout: RECOVERY_MS, interval: 500 });
}
