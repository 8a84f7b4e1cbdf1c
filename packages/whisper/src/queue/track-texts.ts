/** The last text of each track, kept for seconds as a draft for the next pass over the same speech. */
export interface TrackTexts {
  /** The text of a shorter or equally long piece of the same utterance, if there is one. */
  recall(track: string | undefined, audioMs: number): string | undefined;
  remember(track: string | undefined, audioMs: number, text: string): void;
}

/** Bounds of the memory. */
export interface TrackTextsOptions {
  /** Clock in milliseconds. */
  readonly nowMs: () => number;
  /** Older texts belong to another utterance. Default 5000. */
  readonly maxAgeMs?: number;
  /** The oldest track is forgotten beyond this. Default 256. */
  readonly maxTracks?: number;
}

/** An utterance grows; audio shorter than before by more than this starts a new one. */
const SHRINK_MS = 250;

/** Starts an empty memory. A wrong draft costs one decoder step and never a wrong word. */
export function createTrackTexts(options: TrackTextsOptions): TrackTexts {
  const { nowMs, maxAgeMs = 5000, maxTracks = 256 } = options;
  const texts = new Map<string, { atMs: number; audioMs: number; text: string }>();
  const forgetOld = () => {
    for (const [track, { atMs }] of texts) {
      if (atMs >= nowMs() - maxAgeMs && texts.size <= maxTracks) return;
      texts.delete(track);
    }
  };
  return {
    recall: (track, audioMs) => {
      forgetOld();
      const last = track === undefined ? undefined : texts.get(track);
      return last !== undefined && audioMs >= last.audioMs - SHRINK_MS ? last.text : undefined;
    },
    remember: (track, audioMs, text) => {
      if (track === undefined) return;
      texts.delete(track);
      texts.set(track, { atMs: nowMs(), audioMs, text });
      forgetOld();
    },
  };
}
