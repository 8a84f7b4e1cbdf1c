'use client';
import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { ringPreference } from '../preferences/preferences.ts';
import { usePreference } from '../preferences/use-preference.ts';
import { inOneWindow } from './in-one-window.ts';
import {
  mayRing,
  type Ringing,
  type RingSettings,
  type RingTrouble,
  startRinging,
} from './ringing.ts';

/** A test is the one round of the ring and a moment. */
const TEST_MS = 2_500;

/** The ring of this browser. */
export interface Ring {
  settings: RingSettings;
  change(part: Partial<RingSettings>): void;
  trouble: RingTrouble | null;
  /** Rings once, also to let the browser hear that somebody wants it. */
  test(): void;
  isTesting: boolean;
}

/**
 * Rings while `offerKey` names an offer, for as long as it was open at first. `expected`: whether one may
 * come, so that a browser that would refuse is noticed before.
 */
export function useRing(
  offer: { key: string; remainingMs: number } | null,
  expected: boolean,
): Ring {
  const [settings, setSettings] = usePreference(ringPreference);
  const [trouble, setTrouble] = useState<RingTrouble | null>(null);
  const { on, volume, speakerId } = settings;
  const [key, remainingMs] = [offer?.key ?? null, offer?.remainingMs ?? 0];
  const longestMs = useRef(remainingMs);
  longestMs.current = remainingMs;
  useEffect(() => {
    if (!key || !on) return;
    const end = inOneWindow('call-centre-ring', (giveWay) => {
      const onTrouble = (next: RingTrouble | null) => {
        setTrouble(next);
        if (next === 'blocked') giveWay();
      };
      return startRinging({ volume, speakerId }, { repeat: true, onTrouble }).stop;
    });
    const timer = setTimeout(end, longestMs.current);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [key, on, volume, speakerId]);
  useRefusalAhead(expected && on, setTrouble);
  const { test, isTesting } = useTest(settings, key !== null, setTrouble);
  const change = useCallback(
    (part: Partial<RingSettings>) => {
      // Another speaker is another try.
      if (part.speakerId !== undefined) setTrouble(null);
      setSettings({ ...settings, ...part });
    },
    [settings, setSettings],
  );
  return { settings, change, trouble: on ? trouble : null, test, isTesting };
}

/** A page that was loaded again and not touched since may not play: the agent should know before a call comes. */
function useRefusalAhead(
  expected: boolean,
  setTrouble: Dispatch<SetStateAction<RingTrouble | null>>,
): void {
  useEffect(() => {
    if (!expected) return;
    const over = new AbortController();
    const { signal } = over;
    const look = async () => {
      const heard = await mayRing();
      if (!signal.aborted) setTrouble((known) => troubleAfter(known, heard));
      return heard;
    };
    void look().then((heard) => {
      if (heard || signal.aborted) return;
      for (const gesture of ['pointerup', 'keyup'])
        window.addEventListener(gesture, () => void look(), { signal });
    });
    return () => over.abort();
  }, [expected, setTrouble]);
}

/** That a speaker is gone is another matter. */
function troubleAfter(known: RingTrouble | null, heard: boolean): RingTrouble | null {
  if (!heard) return 'blocked';
  return known === 'blocked' ? null : known;
}

function useTest(
  { volume, speakerId }: RingSettings,
  isRinging: boolean,
  onTrouble: (trouble: RingTrouble | null) => void,
): Pick<Ring, 'test' | 'isTesting'> {
  const [isTesting, setTesting] = useState(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  // What is tested is about to ring anyway.
  useEffect(() => {
    if (isRinging) stop.current?.();
  }, [isRinging]);
  const test = useCallback(() => {
    stop.current?.();
    const ringing: Ringing = startRinging({ volume, speakerId }, { repeat: false, onTrouble });
    const end = () => {
      clearTimeout(timer);
      ringing.stop();
      setTesting(false);
    };
    const timer = setTimeout(end, TEST_MS);
    stop.current = end;
    setTesting(true);
  }, [volume, speakerId, onTrouble]);
  return { test, isTesting };
}
