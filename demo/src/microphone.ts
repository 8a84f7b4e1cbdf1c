import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  type Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';

/** A microphone track that plays prepared samples in real time and silence in between. */
export interface Microphone {
  /** Plays mono samples; resolves once the last one has left, or when `signal` aborts. */
  play(samples: Int16Array, options?: PlayOptions): Promise<Playback>;
  /** Takes the track back. Closing twice is harmless. */
  close(): Promise<void>;
}

/** Options of `Microphone.play`. */
export interface PlayOptions {
  signal?: AbortSignal | undefined;
}

/** What is known of a playback afterwards. */
export interface Playback {
  /** When the first sample was handed to the track with an empty queue, in epoch ms (± 10 ms). */
  startedAtMs: number;
  /** How long the track ran dry because this process was late; later sound is late by as much. */
  stalledMs: number;
}

/** Samples per second of every recording and microphone here. */
export const SAMPLE_RATE = 16_000;

const FRAME_MS = 50;
const QUEUE_MS = 500;

/** Publishes a microphone track in a connected room. */
export async function openMicrophone(room: Room): Promise<Microphone> {
  const source = new AudioSource(SAMPLE_RATE, 1, QUEUE_MS);
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const participant = room.localParticipant;
  if (!participant) throw new Error('The room is not connected.');
  await participant.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: true, red: true }),
  );
  let closing: Promise<void> | undefined;
  return {
    play: (samples, options) => play(source, samples, options?.signal),
    close: () => {
      closing ??= track.close();
      return closing;
    },
  };
}

/** `AudioFrame` sends its whole buffer, hence the copy. The native queue takes 10 ms at a time in real time; it is kept about `QUEUE_MS` ahead. */
async function play(
  source: AudioSource,
  samples: Int16Array,
  signal: AbortSignal | undefined,
): Promise<Playback> {
  const startedAtMs = performance.timeOrigin + performance.now();
  const frameSamples = (SAMPLE_RATE / 1000) * FRAME_MS;
  let stalledMs = 0;
  let playedUntilMs = performance.now();
  for (let at = 0; at < samples.length && !signal?.aborted; at += frameSamples) {
    const frame = samples.slice(at, at + frameSamples);
    stalledMs += Math.max(0, performance.now() - playedUntilMs);
    playedUntilMs = Math.max(playedUntilMs, performance.now());
    playedUntilMs += (frame.length / SAMPLE_RATE) * 1000;
    await source.captureFrame(new AudioFrame(frame, SAMPLE_RATE, 1, frame.length));
  }
  if (signal?.aborted) source.clearQueue();
  else await source.waitForPlayout();
  return { startedAtMs, stalledMs };
}
