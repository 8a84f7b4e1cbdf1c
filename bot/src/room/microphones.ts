import type { Side } from '@agent/protocol';
import type { Microphone } from '../audio/microphone.ts';
import type { TrackFrames } from './track-frames.ts';

export interface MicrophonesOptions<Track> {
  open: (track: Track, speaker: Side) => TrackFrames;
  /** Told of the microphone to hear of a side; the one before has ended. */
  onMicrophone: (speaker: Side, microphone: Microphone) => void;
  /** Told of a track that is one too many: nobody will hear it. */
  onSurplus: (track: Track) => void;
}

/** The microphones that each side has published: one of them is heard, the newest. */
export interface Microphones<Track> {
  /** Adding one twice is harmless. */
  add(speaker: Side, track: Track): void;
  /** The track is gone; the newest that is left is heard. */
  remove(track: Track): void;
  /** Those that are heard now. */
  heard(): Track[];
  /** Its speaker was muted. */
  cut(track: Track): void;
  /** Hears nobody any more. Closing twice is harmless. */
  close(): void;
}

interface OneSide<Track> {
  /** Oldest first. */
  tracks: Track[];
  heard?: { track: Track; frames: TrackFrames } | undefined;
  /** Runs while another change has to wait. */
  resting?: NodeJS.Timeout | undefined;
}

/** A browser changes its microphone less often; one that does so more often is heard late. */
const REST_MS = 500;
/** More than one is there while a browser changes it, or reconnects. */
const MAX_TRACKS = 4;

/** Creates the microphones of one room. Each change of them may cost a pipeline, so they are few. */
export function createMicrophones<Track>(options: MicrophonesOptions<Track>): Microphones<Track> {
  const sides = new Map<Side, OneSide<Track>>();
  let isClosed = false;

  function hearNewest(speaker: Side, side: OneSide<Track>) {
    const newest = side.tracks.at(-1);
    if (side.heard && side.heard.track === newest) return;
    if (newest === undefined || side.resting || isClosed) return;
    stopHearing(side);
    const frames = options.open(newest, speaker);
    side.heard = { track: newest, frames };
    side.resting = setTimeout(() => {
      side.resting = undefined;
      hearNewest(speaker, side);
    }, REST_MS);
    options.onMicrophone(speaker, frames);
  }

  function stopHearing(side: OneSide<Track>) {
    side.heard?.frames.close();
    side.heard = undefined;
  }

  return {
    add(speaker, track) {
      const side = sides.get(speaker) ?? { tracks: [] };
      sides.set(speaker, side);
      if (side.tracks.includes(track)) return;
      side.tracks.push(track);
      if (side.tracks.length > MAX_TRACKS) options.onSurplus(side.tracks.shift() as Track);
      hearNewest(speaker, side);
    },
    remove(track) {
      for (const [speaker, side] of sides) {
        side.tracks = side.tracks.filter((known) => known !== track);
        if (side.heard?.track === track) stopHearing(side);
        hearNewest(speaker, side);
      }
    },
    heard: () => [...sides.values()].flatMap(({ heard }) => (heard ? [heard.track] : [])),
    cut(track) {
      for (const { heard } of sides.values()) if (heard?.track === track) heard.frames.cut();
    },
    close() {
      isClosed = true;
      for (const side of sides.values()) {
        clearTimeout(side.resting);
        stopHearing(side);
      }
    },
  };
}
