import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Distance from the end that still counts as reading the live text. */
const LIVE_EDGE_PX = 48;

/** Scroll lock: follows the end until the reader scrolls away, then stays where the reader is. */
export interface FollowLive {
  isLive: boolean;
  onScroll: () => void;
  jumpToLive: () => void;
}

/** Keeps `scroller` at its end while live. `contentHeightPx` is the height of all that it holds. */
export function useFollowLive(
  scroller: RefObject<HTMLElement | null>,
  contentHeightPx: number,
): FollowLive {
  const [isLive, setIsLive] = useState(true);
  const lastTopPx = useRef(0);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    lastTopPx.current = element.scrollTop;
  }, [scroller]);

  useLayoutEffect(() => {
    if (isLive) toEnd();
  }, [isLive, toEnd, contentHeightPx]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !isLive || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(toEnd);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, isLive, toEnd]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const fromEndPx = element.scrollHeight - element.scrollTop - element.clientHeight;
    const movedUp = element.scrollTop < lastTopPx.current;
    lastTopPx.current = element.scrollTop;
    if (fromEndPx <= LIVE_EDGE_PX) setIsLive(true);
    else if (movedUp) setIsLive(false);
  }, [scroller]);

  const jumpToLive = useCallback(() => {
    setIsLive(true);
    toEnd();
  }, [toEnd]);
  return { isLive, onScroll, jumpToLive };
}
