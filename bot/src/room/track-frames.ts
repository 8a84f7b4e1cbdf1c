import { type AudioFrame, AudioStream, type RemoteTrack } from '@livekit/rtc-node';
import { type BoundedQueue, boundedQueue } from '../async/bounded-queue.ts';
import {
  type CallClock,
  SAMPLE_RATE,
  SAMPLES_PER_MS,
  type TrackAudio,
} from '../audio/audio-frame.ts';
import type { FrameTap } from '../audio/frame-tap.ts';
import type { Microphone } from '../audio/microphone.ts';

/** Frames as long as a VAD window: fewer events to handle than with LiveKit's 10 ms. */
const FRAME_MS = 32;
/** Frames that may wait while the process is busy: 5 s. */
const MAX_WAITING_FRAMES = 156;

export interface TrackFramesOptions {
  clock: CallClock;
  onDroppedMs: (droppedMs: number) => void;
  /** Hears each frame as well. Default: nobody does. */
  tap?: FrameTap | undefined;
}

/** One remote audio track, drained into a bounded buffer because its stream knows no back-pressure. */
export interface TrackFrames extends Microphone {
  /** Ends what is being said: the speaker was muted. */
  cut(): void;
  /** Stops listening and releases the native stream. Closing twice is harmless. */
  close(): void;
}

/** What an `AudioStream` gives of each frame. */
type FrameStream = ReadableStream<Pick<AudioFrame, 'data'>>;

/** The native stream of a track, in the form that the pipeline hears. */
export function openAudioStream(track: RemoteTrack | undefined): FrameStream {
  if (!track) throw new Error('The track is not subscribed to.');
  const format = { sampleRate: SAMPLE_RATE, numChannels: 1, frameSizeMs: FRAME_MS };
  return new AudioStream(track, format) as FrameStream;
}

/**
 * Creates the frames of a track whose stream `openStream` opens, which happens when they are first
 * asked for, and again after it has failed. Their creator closes them.
 */
export function createTrackFrames(
  openStream: () => FrameStream,
  { clock, onDroppedMs, tap }: TrackFramesOptions,
): TrackFrames {
  let queue = newQueue();
  let reader: ReadableStreamDefaultReader<Pick<AudioFrame, 'data'>> | undefined;
  let isClosed = false;

  function newQueue(): BoundedQueue<TrackAudio> {
    return boundedQueue<TrackAudio>({
      capacity: MAX_WAITING_FRAMES,
      whenFull: 'drop-oldest',
      onDrop: (item) => {
        if (item === 'cut') return;
        onDroppedMs(item.samples.length / SAMPLES_PER_MS);
        tap?.onDropped(item);
      },
    });
  }

  async function drain(from: NonNullable<typeof reader>) {
    try {
      for (let next = await from.read(); !next.done; next = await from.read()) {
        const frame = { samples: next.value.data, arrivedAtMs: clock() };
        if (!isClosed) tap?.onFrame(frame);
        queue.push(frame);
      }
      close();
    } catch (error) {
      if (reader !== from) return;
      reader = undefined;
      queue.fail(error);
    }
  }

  function close() {
    isClosed = true;
    queue.close();
    // A stream that has failed says so again; its reader knows.
    reader?.cancel().catch(() => undefined);
    reader = undefined;
  }

  return {
    open() {
      const unread = queue.takeRest();
      queue = newQueue();
      for (const item of unread) queue.push(item);
      if (isClosed) queue.close();
      else if (!reader) {
        reader = openStream().getReader();
        void drain(reader);
      }
      return queue;
    },
    cut: () => queue.push('cut'),
    close,
  };
}
