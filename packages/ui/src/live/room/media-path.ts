/** The part of a browser's way to the server that tells whether anything comes through. */
export type MediaPath = Pick<RTCIceTransport, 'state' | 'addEventListener' | 'removeEventListener'>;

/** Watches every way that the media of a room takes. Its creator closes it. */
export interface MediaPaths {
  /** Watches one more; one that is known, or that this browser does not tell of, changes nothing. */
  watch(path: MediaPath | null | undefined): void;
  /** Whether nothing has come through one of them for some seconds. */
  areBroken(): boolean;
  close(): void;
}

/**
 * Tells when packets stop to arrive. LiveKit (2.23) says nothing until the way is given up, 15 s later;
 * the browser knows after about five.
 */
export function createMediaPaths(onChange: () => void): MediaPaths {
  const paths = new Set<MediaPath>();
  let wereBroken = false;
  // A way that is closed with its connection says nothing: it is looked at whenever it matters.
  const areBroken = () =>
    [...paths].some(({ state }) => state === 'disconnected' || state === 'failed');
  const look = () => {
    if (areBroken() === wereBroken) return;
    wereBroken = !wereBroken;
    onChange();
  };
  const forget = (path: MediaPath) => {
    path.removeEventListener('statechange', look);
    paths.delete(path);
  };
  return {
    watch(path) {
      for (const known of paths) if (known.state === 'closed') forget(known);
      if (path && path.state !== 'closed' && !paths.has(path)) {
        paths.add(path);
        path.addEventListener('statechange', look);
      }
      look();
    },
    areBroken,
    close: () => [...paths].forEach(forget),
  };
}
