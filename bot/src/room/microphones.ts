import type { Speaker } from '@agent/protocol';
import type { Microphone } from '../audio/microphone.ts';
import type { TrackFrames } from './track-frames.ts';

export interface MicrophonesOptions<Track> {
  open: (track: Track, speaker: Speaker) => TrackFrames;
  /** Told of the microphone to hear of somebody; the one before has ended. */
  onMicrophone: (speaker: Speaker, microphone: Microphone) => void;
  /** Told of a track that is one too many: nobody will hear it. */
  onSurplus: (track: Track) => void;
}

/** The microphones that each speaker has published: one of them is heard, the newest. */
export interface Microphones<Track> {
  /** Adding one twice is harmless. */
  add(speaker: Speaker, track: Track): void;
  /** The track is gone; the newest that is left is heard. */
  remove(track: Track): void;
  /** Those that are heard now. */
  heard(): Track[];
  /** Its speaker was muted. */
  cut(track: Track): void;
  /** Hears nobody any more. Closing twice is harmless. */
  close(): void;
}

interface Published<Track> {
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
  const published = new Map<Speaker, Published<Track>>();
  let isClosed = false;

  function hearNewest(speaker: Speaker, own: Published<Track>) {
    const newest = own.tracks.at(-1);
    if (own.heard && own.heard.track === newest) return;
    if (newest === undefined || own.resting || isClosed) return;
    stopHearing(own);
    const frames = options.open(newest, speaker);
    own.heard = { track: newest, frames };
    own.resting = setTimeout(() => {
      own.resting = undefined;
      hearNewest(speaker, own);
    }, REST_MS);
    options.onMicrophone(speaker, frames);
  }

  function stopHearing(own: Published<Track>) {
    own.heard?.frames.close();
    own.heard = undefined;
  }

  return {
    add(speaker, track) {
      const own = published.get(speaker) ?? { tracks: [] };
      published.set(speaker, own);
      if (own.tracks.includes(track)) return;
      own.tracks.push(track);
      if (own.tracks.length > MAX_TRACKS) options.onSurplus(own.tracks.shift() as Track);
      hearNewest(speaker, own);
    },
    remove(track) {
      for (const [speaker, own] of published) {
        own.tracks = own.tracks.filter((known) => known !== track);
        if (own.heard?.track === track) stopHearing(own);
        hearNewest(speaker, own);
      }
    },
    heard: () => [...published.values()].flatMap(({ heard }) => (heard ? [heard.track] : [])),
    cut(track) {
      for (const { heard } of published.values()) if (heard?.track === track) heard.frames.cut();
    },
    close() {
      isClosed = true;
      for (const own of published.values()) {
        clearTimeout(own.resting);
        stopHearing(own);
      }
    },
  };
}
