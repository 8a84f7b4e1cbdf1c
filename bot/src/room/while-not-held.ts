import type { TrackAudio } from '../audio/audio-frame.ts';

/** Leaves out what is heard while the call is on hold; what was being said is over at its start. */
export async function* whileNotHeld(
  audio: AsyncIterable<TrackAudio>,
  isHeld: () => boolean,
): AsyncGenerator<TrackAudio> {
  let wasHeld = false;
  for await (const item of audio) {
    if (!isHeld()) yield item;
    else if (!wasHeld) yield 'cut';
    wasHeld = isHeld();
  }
}
