'use client';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the heading of a step when the step appears, so that screen readers say where
 * one is. Not on the first page load, where the focus belongs to the browser.
 */
export function useStepHeading(isFirstLoad: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const skip = useRef(isFirstLoad);
  useEffect(() => {
    if (!skip.current) heading.current?.focus();
  }, []);
  return heading;
}
