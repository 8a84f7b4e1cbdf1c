import { serverSentEvents } from '@agent/demo/server-sent-events';
import { createWebClient } from '@agent/demo/web-client';
import { type CallId, wallSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { createAgentApi } from '../agent-api.ts';
import type { Probes } from './load-calls.ts';

/** Walls that are open, and what came to them. */
export interface WallViewers extends Probes {
  /** How long after it was stored each change came to each viewer, in milliseconds. */
  latenciesMs(): readonly number[];
  /** How many changes have not come to a viewer (yet). */
  unseen(): number;
  /** What was sent to all of them so far. */
  bytes(): number;
}

/** A place of the stream is for one person at four windows. */
const mostOfOne = 4;

/** Opens so many walls as the demo's supervisor and admin, and resolves when each has been sent something. */
export async function openWallViewers(
  stack: Stack,
  count: number,
  signal: AbortSignal,
): Promise<WallViewers> {
  const latencies: number[] = [];
  const walls = Array.from({ length: count }, () => createReceived(latencies));
  let bytes = 0;
  const users = stack.users.filter(({ role }) => role !== 'agent');
  if (count > users.length * mostOfOne)
    throw new Error('Too many viewers for the accounts there are.');
  await Promise.all(
    walls.map(async (wall, index) => {
      const user = users[index % users.length];
      if (!user) throw new Error('There is nobody who may see the wall.');
      const client = createWebClient({ webUrl: stack.urls.web });
      await createAgentApi(client).signIn(user.username, user.password);
      const { body } = await client.send('/api/wall', { signal });
      if (!body) throw new Error('The wall sends nothing.');
      await new Promise<void>((resolve) => void follow(body, wall, resolve).catch(resolve));
    }),
  );
  return {
    stored(callId, number, atMs) {
      for (const wall of walls) wall.stored(callId, number, atMs);
    },
    latenciesMs: () => latencies,
    unseen: () => walls.reduce((sum, wall) => sum + wall.unseen(), 0),
    bytes: () => bytes,
  };

  async function follow(
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
    wall: Received,
    onFirst: () => void,
  ): Promise<void> {
    for await (const data of serverSentEvents(body)) {
      bytes += Buffer.byteLength(data);
      const atMs = performance.now();
      for (const { callId, lastWords } of wallSchema.parse(JSON.parse(data)).calls) {
        const number = /number (\d+)$/u.exec(lastWords?.text ?? '')?.[1];
        if (number) wall.shown(callId, Number(number), atMs);
      }
      onFirst();
    }
  }
}

interface Received extends Probes {
  shown(callId: CallId, number: number, atMs: number): void;
  unseen(): number;
}

/** A change was on the wall when it, or a later one of the same call, is shown. */
function createReceived(latencies: number[]): Received {
  const waiting = new Map<CallId, { number: number; atMs: number }[]>();
  const newest = new Map<CallId, { number: number; atMs: number }>();
  return {
    stored(callId, number, atMs) {
      const seen = newest.get(callId);
      // It can be shown before its storing has been noticed here.
      if (seen && seen.number >= number) latencies.push(Math.max(0, seen.atMs - atMs));
      else waiting.set(callId, [...(waiting.get(callId) ?? []), { number, atMs }]);
    },
    shown(callId, number, atMs) {
      if ((newest.get(callId)?.number ?? 0) >= number) return;
      newest.set(callId, { number, atMs });
      const all = waiting.get(callId) ?? [];
      for (const one of all) if (one.number <= number) latencies.push(atMs - one.atMs);
      waiting.set(
        callId,
        all.filter((one) => one.number > number),
      );
    },
    unseen: () => [...waiting.values()].reduce((sum, all) => sum + all.length, 0),
  };
}
