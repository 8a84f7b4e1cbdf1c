import { type RefObject, useLayoutEffect, useState } from 'react';

/** 0 while `element` has more than it shows, so that the keyboard can reach and scroll it. */
export function useScrollableTabIndex(element: RefObject<HTMLElement | null>): 0 | undefined {
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const target = element.current;
    if (target) setScrolls(target.scrollHeight > target.clientHeight + 1);
  });
  return scrolls ? 0 : undefined;
}
