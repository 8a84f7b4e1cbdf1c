import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallId, type NewCallEvent, type SegmentId, segmentIdSchema } from '@agent/protocol';
import { appendCallEvent, type Database, newEventId } from '@agent/store';

/** Told of each sentence that is stored. */
export interface Probes {
  /** The sentence of this number of a call was stored at this moment (of `performance.now`). */
  stored(callId: CallId, number: number, atMs: number): void;
}

export interface LoadOptions {
  calls: readonly CallId[];
  changesPerSecond: number;
  seconds: number;
  probes?: Probes | undefined;
  signal: AbortSignal;
}

/** A change is a sentence, or how one sounds; two sentences of three are scored. */
const sentencesOf3 = 2;
let sentences = 0;

/**
 * Lets people talk in these calls, at an even pace; resolves with how much was stored. What Postgres takes
 * too long for is not made up for.
 */
export async function loadCalls(
  db: Database,
  { calls, changesPerSecond, seconds, probes, signal }: LoadOptions,
): Promise<number> {
  const startedAtMs = performance.now();
  const running = new Set<Promise<void>>();
  const total = changesPerSecond * seconds;
  const said: { callId: CallId; segmentId: SegmentId }[] = [];
  for (let count = 0; count < total && !signal.aborted; count++) {
    const dueMs = startedAtMs + (count * 1_000) / changesPerSecond;
    await wait(Math.max(0, dueMs - performance.now()));
    const change = count % 3 < sentencesOf3 ? say(count) : score();
    const one = change.finally(() => running.delete(one));
    running.add(one);
    if (running.size >= 8) await Promise.race(running);
  }
  await Promise.all(running);
  return total;

  async function say(count: number): Promise<void> {
    const callId = calls[(count * 37) % calls.length];
    if (!callId) return;
    const [number, segmentId] = [++sentences, segmentIdSchema.parse(randomUUID())];
    const startMs = number * 1_000;
    await append(callId, {
      ...{ eventId: newEventId(), actor: 'bot', type: 'segment.final' },
      data: {
        ...{ segmentId, speaker: 'customer', startMs, endMs: startMs + 900, language: 'en' },
        text: `I have been waiting for my parcel for more than a week now, number ${number}`,
        meanLogProbability: null,
      },
    });
    probes?.stored(callId, number, performance.now());
    said.push({ callId, segmentId });
  }

  async function score(): Promise<void> {
    const next = said.shift();
    if (!next) return;
    const { callId, segmentId } = next;
    await append(callId, {
      ...{ eventId: newEventId(), actor: 'bot', type: 'sentiment.scored' },
      data: {
        ...{ segmentId, score: Math.sin(sentences / 20), confidence: 0.5 },
        ...{ label: 'neutral', source: 'lexicon' },
      },
    });
  }

  async function append(callId: CallId, event: NewCallEvent): Promise<void> {
    await appendCallEvent(db, callId, event);
  }
}
