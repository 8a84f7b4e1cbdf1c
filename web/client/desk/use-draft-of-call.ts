'use client';
import {
  type CallState,
  createWrapUpDraft,
  isTalkOver,
  type MergedLine,
  mergeDraft,
  restoreLine,
  type SuggestedOutcome,
} from '@agent/calls';
import type { WrapUpLine } from '@agent/protocol';
import { useMemo, useRef, useState } from 'react';

/** The draft of a call, and what the agent makes of its lines. */
export interface DraftOfCall {
  lines: readonly MergedLine[];
  outcome: SuggestedOutcome | null;
  edit(id: string, text: string): void;
  remove(id: string): void;
  /** Takes a removal or an edit back. */
  restore(id: string): void;
}

/**
 * Drafts a call whose talk is over. Last words come some seconds later, a model's summary as well: the
 * lines follow, but for those that the agent has edited or removed. `onChange` is told of its changes.
 */
export function useDraftOfCall(
  call: CallState,
  saved: readonly WrapUpLine[],
  onChange: (lines: readonly MergedLine[]) => void,
): DraftOfCall {
  const [changed, setChanged] = useState(saved);
  const drafted = useMemo(() => draftOf(call), [call]);
  const lines = useMemo(() => mergeDraft(drafted.lines, changed), [drafted, changed]);
  // Two keys may come before the page is drawn again.
  const newest = useRef(lines);
  newest.current = lines;
  const replace = (id: string, change: (line: MergedLine) => MergedLine) => {
    const next = newest.current.map((line) => (line.id === id ? change(line) : line));
    newest.current = next;
    setChanged(savedLines(next));
    onChange(next);
  };
  return {
    lines,
    outcome: drafted.outcome,
    edit: (id, text) => replace(id, (line) => ({ ...line, fate: 'edited', text })),
    remove: (id) => replace(id, (line) => ({ ...line, fate: 'removed' })),
    restore: (id) => replace(id, restoreLine),
  };
}

/** The draft of a call that nobody talks on any more; nothing before. */
export function draftOf(call: CallState): ReturnType<typeof createWrapUpDraft> {
  return isTalkOver(call) ? createWrapUpDraft(call) : { lines: [], outcome: null };
}

/** What is kept of lines. */
export function savedLines(lines: readonly MergedLine[]): WrapUpLine[] {
  return lines.map(({ id, kind, text, atMs, fate }) => ({ id, kind, text, atMs, fate }));
}
