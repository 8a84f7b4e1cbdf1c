import { AudioStream, type RemoteTrack } from '@livekit/rtc-node';
import {
  type CallClock,
  SAMPLE_RATE,
  SAMPLES_PER_MS,
  type TrackAudio,
} from '../audio/audio-frame.ts';
import { boundedQueue } from '../audio/bounded-queue.ts';

/** Frames as long as a VAD window: fewer events to handle than with LiveKit's 10 ms. */
const FRAME_MS = 32;
/** Frames that may wait while the process is busy: 5 s. */
const MAX_WAITING_FRAMES = 156;

export interface TrackFramesOptions {
  clock: CallClock;
  onDroppedMs: (droppedMs: number) => void;
}

/** One remote audio track, drained into a bounded buffer because its stream knows no back-pressure. */
export interface TrackFrames {
  audio: AsyncIterable<TrackAudio>;
  /** Ends what is being said: the speaker was muted. */
  cut(): void;
  /** Stops listening and releases the native stream. Closing twice is harmless. */
  close(): void;
}

/** Opens the audio of a track. Whoever opens it closes it. */
export function openTrackFrames(track: RemoteTrack, options: TrackFramesOptions): TrackFrames {
  const { clock, onDroppedMs } = options;
  const queue = boundedQueue<TrackAudio>({
    capacity: MAX_WAITING_FRAMES,
    whenFull: 'drop-oldest',
    onDrop: (item) => {
      if (item !== 'cut') onDroppedMs(item.samples.length / SAMPLES_PER_MS);
    },
  });
  const stream = new AudioStream(track, {
    sampleRate: SAMPLE_RATE,
    numChannels: 1,
    frameSizeMs: FRAME_MS,
  });
  const reader = stream.getReader();

  async function drain() {
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        queue.push({ samples: next.value.data, arrivedAtMs: clock() });
      }
    } finally {
      queue.close();
    }
  }
  const draining = drain();

  return {
    audio: queue,
    cut: () => queue.push('cut'),
    close() {
      queue.close();
      void reader.cancel().then(() => draining);
    },
  };
}
