'use client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createLaneSolo } from './lane-solo.ts';
import { Playback, type PlaybackOptions } from './playback.ts';
import type { PlaybackState } from './playback-state.ts';

/** A sound to be loaded. */
export interface SoundSource {
  url: string;
  /** Length of it in milliseconds; it may be shorter than the call. */
  durationMs: number;
}

/**
 * A playback of a call for as long as the component stands; the options count once. `sound` may come,
 * go or change; `attempt` loads the same again.
 */
export function usePlayback(
  options: PlaybackOptions,
  sound: SoundSource | null,
  attempt = 0,
): Playback {
  const [playback] = useState(() => new Playback(options));
  const url = sound?.url;
  const durationMs = sound?.durationMs ?? 0;
  useEffect(() => {
    // Another attempt loads the same again.
    void attempt;
    if (!url) return;
    const element = new Audio();
    element.preload = 'metadata';
    element.src = url;
    const solo = createLaneSolo(element);
    const detach = playback.attachSound({ element, durationMs, hear: solo.hear });
    return () => {
      detach();
      solo.close();
      // Ends the download.
      element.removeAttribute('src');
      element.load();
    };
  }, [playback, url, durationMs, attempt]);
  useEffect(() => () => playback.pause(), [playback]);
  return playback;
}

/** How a playback stands. */
export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.getState, playback.getState);
}

/** Where it is, in milliseconds; told each time it has come `stepMs` further. */
export function usePlaybackPosition(playback: Playback, stepMs: number): number {
  const read = useCallback(
    () => Math.floor(playback.getPositionMs() / stepMs) * stepMs,
    [playback, stepMs],
  );
  return useSyncExternalStore(playback.subscribe, read, read);
}
