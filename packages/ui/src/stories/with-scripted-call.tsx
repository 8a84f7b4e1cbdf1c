import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, useEffect, useState } from 'react';
import type { TranscriptItem } from '../transcript/transcript-item.ts';
import { scriptHelp } from './script-help.ts';
import { scriptDurationMs, scriptItems } from './script-items.ts';

const TICK_MS = 200;

/** Plays the scripted call in a loop and hands over what is known of it by now. */
export function ScriptedCall({
  startAtMs = 0,
  children,
}: {
  /** Where in the call the play begins. */
  startAtMs?: number | undefined;
  children: (items: readonly TranscriptItem[]) => ReactNode;
}) {
  const [atMs, setAtMs] = useState(startAtMs);
  useEffect(() => {
    const timer = setInterval(() => {
      setAtMs((current) => (current > scriptDurationMs + 5000 ? 0 : current + TICK_MS));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return children(scriptItems(atMs));
}

/**
 * Gives a component the scripted call as it goes on, changing nothing else: of the words, and of what
 * follows from them, those that are among the story's args.
 */
export const withScriptedCall: Decorator = (Story, { args, parameters }) => (
  <ScriptedCall startAtMs={parameters.scriptStartAtMs as number | undefined}>
    {(items) => {
      const { trend: points, suggestions, sentiments, highlightedOrders } = scriptHelp(items);
      const known = { items, points, suggestions, sentiments, highlightedOrders };
      const wanted = Object.entries(known).filter(([name]) => name in args);
      return <Story args={{ ...args, ...Object.fromEntries(wanted) }} />;
    }}
  </ScriptedCall>
);
