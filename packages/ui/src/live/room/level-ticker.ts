/** Loudness of both sides, 0–1. */
export interface AudioLevels {
  own: number;
  remote: number;
}
/** Told the loudness of both sides, 12 times a second. */
export type LevelListener = (levels: AudioLevels) => void;

const EVERY_MS = 80;

/** Reads both levels 12 times a second while somebody listens, and not at all otherwise. */
export function createLevelTicker(read: (side: 'own' | 'remote') => number) {
  const listeners = new Set<LevelListener>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    const levels = { own: read('own'), remote: read('remote') };
    for (const listener of listeners) listener(levels);
  };
  return {
    subscribe(listener: LevelListener): () => void {
      listeners.add(listener);
      timer ??= setInterval(tick, EVERY_MS);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || !timer) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
