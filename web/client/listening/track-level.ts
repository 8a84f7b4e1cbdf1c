import type { SubscribeLevel } from '@agent/ui/live';
import { createAudioAnalyser, type LocalAudioTrack, type RemoteAudioTrack } from 'livekit-client';

const EVERY_MS = 100;

/** How loud a track is, ten times a second, for as long as somebody looks. */
export function levelOf(track: LocalAudioTrack | RemoteAudioTrack | undefined): SubscribeLevel {
  return (listener) => {
    if (!track) return nothing;
    const { calculateVolume, cleanup } = createAudioAnalyser(track, { cloneTrack: false });
    const timer = setInterval(() => listener(calculateVolume()), EVERY_MS);
    return () => {
      clearInterval(timer);
      void cleanup();
    };
  };
}

function nothing(): void {}
