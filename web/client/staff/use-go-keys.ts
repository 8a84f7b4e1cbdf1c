'use client';
import { useShortcuts } from '@agent/ui';
import { useEffect, useRef } from 'react';

/** The second key has to come this soon after G. */
const WITHIN_MS = 1_000;

/**
 * Goes to pages by two keys one after another, G and that of the page. The second key does nothing else,
 * as on a desk H alone puts a customer on hold.
 */
export function useGoKeys(go: Readonly<Record<string, () => void>>): void {
  const until = useRef(0);
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  const begin = () => {
    until.current = performance.now() + WITHIN_MS;
  };
  useShortcuts([{ keys: 'G', label: 'Go to a page', run: begin }]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (performance.now() > until.current || isModifier(event.key)) return;
      until.current = 0;
      const run = latest.current[event.key.toUpperCase()];
      if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta'].includes(key);
}
