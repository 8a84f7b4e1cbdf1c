import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PlacedCall } from './wall-tiers.ts';

/** Whoever has moved the pointer or pressed a key within this is about to press something. */
const QUIET_MS = 1_500;
/** A change of the order waits no longer than this. */
const LONGEST_MS = 4_000;
const busyEvents = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * The order in which calls are shown. It follows `wanted` at once, unless somebody is at work in `root`:
 * then it waits until they pause, for at most a few seconds, so that nothing moves under the pointer.
 */
export function useSteadyOrder(
  root: RefObject<HTMLElement | null>,
  wanted: readonly PlacedCall[],
): readonly PlacedCall[] {
  const [shown, setShown] = useState(wanted);
  const busyAtMs = useRef(Number.NEGATIVE_INFINITY);
  const differsSinceMs = useRef<number | null>(null);
  const latest = useRef(wanted);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = () => {
      busyAtMs.current = performance.now();
    };
    for (const name of busyEvents) element.addEventListener(name, note, { passive: true });
    return () => {
      for (const name of busyEvents) element.removeEventListener(name, note);
    };
  }, [root]);
  const isSame = keyOf(shown) === keyOf(wanted);
  useLayoutEffect(() => {
    latest.current = wanted;
    if (isSame) {
      differsSinceMs.current = null;
      return;
    }
    differsSinceMs.current ??= performance.now();
    const limitMs = differsSinceMs.current + LONGEST_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const waitMs = Math.min(busyAtMs.current + QUIET_MS, limitMs) - performance.now();
      if (waitMs <= 0) setShown(latest.current);
      else timer = setTimeout(settle, waitMs);
    };
    settle();
    return () => clearTimeout(timer);
  });
  return shown;
}

function keyOf(placed: readonly PlacedCall[]): string {
  return placed.map(({ callId, tier }) => `${callId} ${tier}`).join();
}
