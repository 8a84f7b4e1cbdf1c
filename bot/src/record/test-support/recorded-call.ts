import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@agent/process/log';
import type { CallEventData, CallEventType, NewCallEvent, Speaker } from '@agent/protocol';
import { createDataKey, type DataKey } from '@agent/recordings';
import {
  assembleRecording,
  createPartFolder,
  type PartFiles,
  readParts,
} from '@agent/recordings/record';
import { decodeWebm } from '@agent/recordings/test-support/decode-webm';
import { aCallId, aSegmentId } from '@agent/testing/ids';
import { onTestFinished, vi } from 'vitest';
import { type AudioFrame, SAMPLES_PER_MS } from '../../audio/audio-frame.ts';
import { createMetrics } from '../../health/metrics.ts';
import { redactUpdate } from '../../redact/redact-update.ts';
import { createRedaction } from '../../redact/redaction.ts';
import type { DropReason } from '../../transcript/drop-rules.ts';
import { createUntranscribed } from '../../transcript/untranscribed.ts';
import type { CallSpan } from '../call-span.ts';
import { type RecordCallOptions, recordCall } from '../record-call.ts';
import type { RecordingEnd } from '../recording-services.ts';

export const FRAME_MS = 32;
/** Loud enough to be told from silence, as each side sounds all the time. */
const LEVEL = 6_000;

export interface RecordedCallSetup {
  heardUntilMs?: number | null;
  lastWait?: CallSpan | null;
  held?: boolean;
  pausedFromMs?: number | null;
  elapsedMs?: number;
  key?: DataKey;
  /** Asked for the key; default: gives it. */
  openKey?: () => Promise<DataKey | undefined>;
  files?: (files: PartFiles) => PartFiles;
  createRecorder?: RecordCallOptions['createRecorder'];
}

/** A call of two who hum all the time, on a clock of the test (fake timers must be on). */
export async function recordedCall(setup: RecordedCallSetup = {}) {
  const {
    heardUntilMs = null,
    lastWait = null,
    held = false,
    pausedFromMs = null,
    elapsedMs = 0,
  } = setup;
  const folder = mkdtempSync(join(tmpdir(), 'recorded-call-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const key = setup.key ?? createDataKey();
  const callId = aCallId();
  const startedAt = Date.now();
  const clock = () => elapsedMs + Date.now() - startedAt;
  const stored: NewCallEvent[] = [];
  const ends: RecordingEnd[] = [];
  const metrics = createMetrics();
  const redaction = createRedaction();
  const recording = recordCall({
    call: { callId, clock, metrics, logger: createLog({ part: 'bot', level: 'silent' }) },
    claimed: { heardUntilMs, lastWait, held, recordingPausedFromMs: pausedFromMs },
    services: {
      openKey: setup.openKey ?? (async () => key),
      enter: () => (setup.files ?? ((files) => files))(createPartFolder(folder)),
      leave: (_callId, end) => void ends.push(end),
    },
    publisher: { append: async (event) => void stored.push(event) },
    redaction,
    ...(setup.createRecorder && { createRecorder: setup.createRecorder }),
  });
  await vi.advanceTimersByTimeAsync(0);
  const taps = {
    customer: recording.tapOf('customer'),
    agent: recording.tapOf('agent'),
    supervisor: recording.tapOf('supervisor'),
  };
  const untranscribed = createUntranscribed();
  const watched = {
    customer: recording.watch('customer', untranscribed),
    agent: recording.watch('agent', untranscribed),
    supervisor: recording.watch('supervisor', untranscribed),
  };
  let tick = 0;

  function frame(speaker: Speaker): AudioFrame {
    const samples = Int16Array.from({ length: FRAME_MS * SAMPLES_PER_MS }, (_, index) => {
      const at = tick * FRAME_MS * SAMPLES_PER_MS + index;
      const hertz = speaker === 'customer' ? 300 : 500;
      return LEVEL * Math.sin((2 * Math.PI * hertz * at) / 16_000);
    });
    return { samples, arrivedAtMs: clock() };
  }

  /** Lets both sides hum for so long; what `read` says not to is left unread. */
  async function hum(ms: number, read: (frame: AudioFrame) => boolean = () => true) {
    for (let played = 0; played < ms; played += FRAME_MS) {
      await vi.advanceTimersByTimeAsync(FRAME_MS);
      for (const speaker of ['customer', 'agent'] as const) {
        const next = frame(speaker);
        taps[speaker].onFrame(next);
        if (read(next)) await readOut(speaker, next);
      }
      tick += 1;
    }
  }

  async function readOut(speaker: Speaker, item: AudioFrame) {
    const microphone = recording.overhear(speaker, {
      async *open() {
        yield item;
      },
    });
    for await (const _ of microphone.open());
  }

  function begin(speaker: Speaker, startMs: number) {
    const segmentId = aSegmentId();
    watched[speaker].began(segmentId, startMs);
    return segmentId;
  }

  /** The words of what somebody said, as soon as they are known. */
  function say(
    speaker: Speaker,
    [startMs, endMs]: readonly [number, number],
    text: string,
    segmentId = begin(speaker, startMs),
  ) {
    const segment = { segmentId, startMs, endMs, text, language: 'en', meanLogProbability: null };
    recording.told(speaker, redactUpdate({ kind: 'final', segment }, redaction.of(speaker)));
    return segmentId;
  }

  return {
    ...{
      callId,
      clock,
      recording,
      redaction,
      metrics,
      ends,
      taps,
      hum,
      begin,
      say,
      readOut,
      frame,
    },
    withdraw(speaker: Speaker, [startMs, endMs]: readonly [number, number], reason: DropReason) {
      const segmentId = begin(speaker, startMs);
      recording.told(speaker, {
        update: { kind: 'withdrawn', segmentId, startMs, endMs, reason, wasShown: false },
      });
    },
    lose(speaker: Speaker, [startMs, endMs]: readonly [number, number]) {
      const segmentId = begin(speaker, startMs);
      const gap = { startMs, endMs, reason: 'transcriber-failed' } as const;
      recording.told(speaker, { update: { kind: 'lost', segmentId, gap } });
    },
    dataOf<T extends CallEventType>(type: T): CallEventData<T>[] {
      return stored.flatMap((event) =>
        event.type === type ? [event.data as CallEventData<T>] : [],
      );
    },
    stored,
    partNames: () => readdirSync(folder),
    /** What of the sound is on the disk: `true` for each 100 ms in which a lane is to be heard. */
    async heard(masks = ends.at(-1)?.masks ?? []) {
      const { parts } = await readParts(createPartFolder(folder), key);
      const assembled = await assembleRecording(parts, { masks });
      if (!assembled) return { customer: [], agent: [] };
      const sound = await decodeWebm(assembled.webm);
      return { customer: loudTenths(sound.customer), agent: loudTenths(sound.agent) };
    },
  };
}

/** The stretches in which a lane is silent, as `from–to` in tenths of a second. */
export function silentStretches(tenths: readonly boolean[]): string[] {
  const stretches: [number, number][] = [];
  for (const [index, isLoud] of tenths.entries()) {
    if (isLoud) continue;
    const last = stretches.at(-1);
    if (last?.[1] === index) last[1] += 1;
    else stretches.push([index, index + 1]);
  }
  return stretches.map(([from, to]) => `${from}–${to}`);
}

/** Whether any of a stretch, in milliseconds, is to be heard. */
export function isHeardIn(tenths: readonly boolean[], fromMs: number, toMs: number): boolean {
  return tenths.slice(Math.floor(fromMs / 100), Math.ceil(toMs / 100)).some(Boolean);
}

function loudTenths(lane: Int16Array): boolean[] {
  const size = 100 * SAMPLES_PER_MS;
  return Array.from({ length: Math.floor(lane.length / size) }, (_, tenth) => {
    const stretch = lane.subarray(tenth * size, (tenth + 1) * size);
    return stretch.some((sample) => Math.abs(sample) > LEVEL / 20);
  });
}
