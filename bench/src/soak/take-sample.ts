import type { Database } from '@agent/store';
import type { RoomServiceClient } from 'livekit-server-sdk';
import { databaseHoldings } from './database-holdings.ts';
import { holdingsOf } from './open-handles.ts';
import { type ProcessHoldings, type SoakSample, watchedProcesses } from './soak-sample.ts';
import type { SoakStack } from './soak-stack.ts';

/** What a sample is taken from. */
export interface Watched {
  stack: SoakStack;
  db: Database;
  rooms: RoomServiceClient;
  /** When the calls of the soak began, by `performance.now()`. */
  startedAtMs: number;
}

/** Looks at everything once. */
export async function takeSample(watched: Watched): Promise<SoakSample> {
  const { stack, db, rooms, startedAtMs } = watched;
  const [web, bot] = await Promise.all([
    metersOf(`${stack.stack.urls.web}/metrics`, stack.metricsToken),
    metersOf(`${stack.stack.urls.botHealth}/metrics`, stack.metricsToken),
  ]);
  const processes: Partial<Record<(typeof watchedProcesses)[number], ProcessHoldings>> = {};
  for (const name of watchedProcesses) {
    const holdings = await holdingsOf(stack.stack.pids[name]);
    if (holdings) processes[name] = holdings;
  }
  return {
    atMs: Math.round(performance.now() - startedAtMs),
    processes,
    streams: sumOfMeter(web, 'web_open_streams'),
    botCalls: sumOfMeter(bot, 'bot_calls'),
    outboxEvents: sumOfMeter(bot, 'bot_outbox_events'),
    livekitRooms: (await rooms.listRooms()).length,
    ...(await databaseHoldings(db)),
  };
}

/** The sum of a meter over its labels, from Prometheus text; 0 when it is not there. */
export function sumOfMeter(text: string, name: string): number {
  const pattern = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gmu');
  return [...text.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0);
}

async function metersOf(url: string, token: string): Promise<string> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  return answer.text();
}
