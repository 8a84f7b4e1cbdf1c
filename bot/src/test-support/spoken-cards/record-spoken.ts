import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { createLog } from '@agent/process/log';
import type { NewCallEvent } from '@agent/protocol';
import { createDataKey } from '@agent/recordings';
import { assembleRecording, createPartFolder, readParts } from '@agent/recordings/record';
import { type DecodedSound, decodeWebm } from '@agent/recordings/test-support/decode-webm';
import { aCallId } from '@agent/testing/ids';
import { SAMPLES_PER_MS, type TrackAudio } from '../../audio/audio-frame.ts';
import { transcribeTrack } from '../../calls/transcribe-track.ts';
import { createMetrics } from '../../health/metrics.ts';
import { recordCall } from '../../record/record-call.ts';
import type { RecordingEnd } from '../../record/recording-services.ts';
import { createRedaction } from '../../redact/redaction.ts';
import type { Transcriber } from '../../transcribe/transcriber.ts';
import { createUntranscribed } from '../../transcript/untranscribed.ts';
import type { OpenVad } from '../../vad/vad.ts';
import { steppedSource } from '../stepped-source.ts';
import type { SpokenCall, Stretch } from './speak.ts';

/** What is left of a call: its texts, its sound, its waveform. */
export interface KeptCall {
  texts: { text: string; fromMs: number; toMs: number }[];
  sound: DecodedSound;
  waveform: Uint8Array;
  masked: Stretch[];
  lateMasks: number;
}

const FRAME_MS = 32;
const FRAME_SAMPLES = FRAME_MS * SAMPLES_PER_MS;
const sides = ['customer', 'agent'] as const;

/**
 * Plays a call through the bot's own stages and its recorder, on a clock that moves with the frames.
 * While somebody transcribes, the clock stands.
 */
export async function recordSpoken(
  { audio }: SpokenCall,
  openVad: OpenVad,
  transcriber: Transcriber,
): Promise<KeptCall> {
  const folder = await mkdtemp(join(tmpdir(), 'spoken-card-'));
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    return await keep({ audio, folder, openVad, transcriber });
  } finally {
    mock.timers.reset();
    await rm(folder, { recursive: true });
  }
}

interface KeepOptions extends Pick<SpokenCall, 'audio'> {
  folder: string;
  openVad: OpenVad;
  transcriber: Transcriber;
}

async function keep({ audio, folder, openVad, transcriber }: KeepOptions): Promise<KeptCall> {
  const callId = aCallId();
  const key = createDataKey();
  const files = createPartFolder(folder);
  const events: NewCallEvent[] = [];
  const ends: RecordingEnd[] = [];
  const inFlight = new Set<Promise<unknown>>();
  let nowMs = 0;
  const clock = () => nowMs;
  const metrics = createMetrics();
  const redaction = createRedaction();
  const append = async (event: NewCallEvent) => void events.push(event);
  const publisher = {
    ...{ depth: 0, unstoredFromMs: undefined, append, say: () => undefined },
    ...{ sayToAgent: () => undefined, drained: async () => undefined, stop: () => undefined },
  };
  const recording = recordCall({
    call: { callId, clock, metrics, logger: createLog({ part: 'bot', level: 'warn' }) },
    claimed: { heardUntilMs: null, lastWait: null, held: false, recordingPausedFromMs: null },
    services: {
      openKey: async () => key,
      enter: () => files,
      leave: (_callId, end) => void ends.push(end),
    },
    publisher,
    redaction,
  });
  await turn();
  const untranscribed = createUntranscribed();
  const tracks = sides.map((speaker) => {
    const source = steppedSource<TrackAudio>();
    const heard = recording.overhear(speaker, { open: () => source }).open();
    const done = transcribeTrack(speaker, heard, {
      ...{ callId, clock, openVad, redaction, publisher, metrics },
      isHeld: () => false,
      transcriber: {
        async transcribe(request) {
          const answer = transcriber.transcribe(request);
          inFlight.add(answer);
          return answer.finally(() => inFlight.delete(answer));
        },
      },
      interims: () => false,
      untranscribed: recording.watch(speaker, untranscribed),
      onRedacted: (redacted) => recording.told(speaker, redacted),
      signal: new AbortController().signal,
    });
    return { speaker, source, done, tap: recording.tapOf(speaker) };
  });

  for (let at = 0; at + FRAME_SAMPLES <= audio.customer.length; at += FRAME_SAMPLES) {
    nowMs += FRAME_MS;
    for (const { speaker, source, tap } of tracks) {
      const frame = {
        samples: audio[speaker].subarray(at, at + FRAME_SAMPLES),
        arrivedAtMs: nowMs,
      };
      tap.onFrame(frame);
      await source.deliver(frame);
    }
    while (inFlight.size > 0) await Promise.race(inFlight);
    await turn();
    mock.timers.tick(FRAME_MS);
  }
  for (const { source } of tracks) source.end();
  await Promise.all(tracks.map(({ done }) => done));
  await recording.finish();

  const masks = ends[0]?.masks ?? [];
  const assembled = await assembleRecording((await readParts(files, key)).parts);
  if (!assembled) throw new Error('Nothing was recorded.');
  return {
    texts: events.flatMap(({ type, data }) =>
      type === 'segment.final' ? [{ text: data.text, fromMs: data.startMs, toMs: data.endMs }] : [],
    ),
    sound: await decodeWebm(assembled.webm),
    waveform: assembled.waveform,
    masked: events.flatMap(({ type, data }) =>
      type === 'recording.masked' ? [{ fromMs: data.startMs, toMs: data.endMs }] : [],
    ),
    lateMasks: masks.length,
  };
}

/** Lets all that is ready happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
