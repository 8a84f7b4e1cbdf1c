import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Keys with which one scrolls. */
const scrollKeys: ReadonlySet<string> = new Set(['PageUp', 'PageDown', 'Home', 'End']);

/** Whether the playhead is kept in view. */
export interface FollowPlayhead {
  isFollowing: boolean;
  follow: () => void;
}

/** Follows until the reader scrolls: by wheel, finger, scroll bar or keys. Scrolling by us is none. */
export function useFollowPlayhead(scroller: RefObject<HTMLElement | null>): FollowPlayhead {
  const [isFollowing, setFollowing] = useState(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const leave = () => setFollowing(false);
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (scrollKeys.has(key)) leave();
    };
    // The bar belongs to the element itself, what is in it does not.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target === element) leave();
    };
    element.addEventListener('wheel', leave, { passive: true });
    element.addEventListener('touchmove', leave, { passive: true });
    element.addEventListener('keydown', onKeyDown);
    element.addEventListener('pointerdown', onPointerDown);
    return () => {
      element.removeEventListener('wheel', leave);
      element.removeEventListener('touchmove', leave);
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('pointerdown', onPointerDown);
    };
  }, [scroller]);
  const follow = useCallback(() => setFollowing(true), []);
  return { isFollowing, follow };
}
