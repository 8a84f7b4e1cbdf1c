import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient } from '@agent/demo/web-client';
import { type CallId, monitorAccessSchema } from '@agent/protocol';
import type { ServiceName, Stack } from '@agent/scripts/stack';
import { Room } from '@livekit/rtc-node';
import { usageOf } from '../process-usage.ts';

/** What a process does while nobody listens and while some do. */
export interface ListenerCost {
  /** Cores in use. */
  coresWithout: number;
  coresWith: number;
  /** More memory while they listen, in MB. */
  moreMb: number;
}

/** The processes that a listener could be work for. */
export const servers = ['livekit', 'web', 'bot'] as const satisfies ServiceName[];

/** What the costs are taken of. */
export interface CostOptions {
  callId: CallId;
  listeners: number;
  seconds: number;
}

/** Takes what so many listeners at once cost; they hear everything and play nothing. */
export async function listenerCost(
  stack: Stack,
  supervisor: WebClient,
  { callId, listeners, seconds }: CostOptions,
): Promise<Record<(typeof servers)[number], ListenerCost>> {
  const without = await usageWithin(stack, seconds);
  const opened: { room: Room; monitorId: string }[] = [];
  try {
    for (let number = 1; number <= listeners; number++) {
      const path = `/api/calls/${callId}/monitor`;
      const asked = { method: 'POST', json: {} } as const;
      const access = await supervisor.read(monitorAccessSchema, path, asked);
      const room = new Room();
      await room.connect(access.url, access.token, { autoSubscribe: true, dynacast: false });
      opened.push({ room, monitorId: access.monitorId });
    }
    await delay(SETTLE_MS);
    const having = await usageWithin(stack, seconds);
    const entries = servers.map((name) => [
      name,
      {
        coresWithout: without[name].cores,
        coresWith: having[name].cores,
        moreMb: Math.round(having[name].rssMb - without[name].rssMb),
      },
    ]);
    return Object.fromEntries(entries) as Record<(typeof servers)[number], ListenerCost>;
  } finally {
    for (const { room, monitorId } of opened) {
      await room.disconnect();
      await supervisor.send(`/api/calls/${callId}/monitor/${monitorId}`, { method: 'DELETE' });
    }
  }
}

/** Coming is work of its own, and not what is measured. */
const SETTLE_MS = 3_000;

async function usageWithin(stack: Stack, seconds: number) {
  const before = await Promise.all(servers.map((name) => usageOf(stack.pids[name])));
  await delay(seconds * 1000);
  const after = await Promise.all(servers.map((name) => usageOf(stack.pids[name])));
  const entries = servers.map((name, index) => {
    const [from, to] = [before[index], after[index]];
    if (!from || !to) throw new Error(`${name} is not there to be measured.`);
    const cores = (to.cpuMs - from.cpuMs) / (to.atMs - from.atMs);
    return [name, { cores: Math.round(cores * 10_000) / 10_000, rssMb: to.rssMb }];
  });
  return Object.fromEntries(entries) as Record<
    (typeof servers)[number],
    { cores: number; rssMb: number }
  >;
}
