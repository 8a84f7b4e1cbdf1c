import type { AudioFrame, TrackAudio } from '../audio/audio-frame.ts';
import type { Microphone } from '../audio/microphone.ts';

/** The same microphone; says of each frame when its reader has dealt with it, or has failed to. */
export function overheardMicrophone(
  microphone: Microphone,
  onDealtWith: (frame: AudioFrame) => void,
): Microphone {
  return { open: () => reading(microphone.open(), onDealtWith) };
}

async function* reading(
  audio: AsyncIterable<TrackAudio>,
  onDealtWith: (frame: AudioFrame) => void,
): AsyncGenerator<TrackAudio> {
  for await (const item of audio) {
    try {
      yield item;
    } finally {
      if (item !== 'cut') onDealtWith(item);
    }
  }
}
