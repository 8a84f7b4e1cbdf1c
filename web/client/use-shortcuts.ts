'use client';
import { useEffect, useRef } from 'react';
import { isTypingTarget, type ShortcutAction, shortcutOf } from './shortcuts.ts';

/** Runs what the keyboard asks for. An action without a handler is left to the browser. */
export function useShortcuts(handlers: Partial<Record<ShortcutAction, () => void>>): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = shortcutOf(event, isTypingTarget(event.target));
      const handler = action && latest.current[action];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
