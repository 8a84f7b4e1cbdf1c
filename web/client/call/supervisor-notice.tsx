'use client';
import { type CallState, isTalkOver, joinedSupervisor, type SupervisorSpell } from '@agent/calls';
import { Notice } from '@agent/ui';
import { useEffect, useState } from 'react';

/** So long it is said that somebody has left, unless it is put away before. */
const LEFT_SHOWN_MS = 15_000;

/** Who hears and speaks beside both sides, and that they have left; for both sides. */
export function SupervisorNotice({ state }: { state: CallState }) {
  const isOver = isTalkOver(state);
  const joined = isOver ? undefined : joinedSupervisor(state.supervision);
  const { left, putAway } = useLeft(state.supervision.joins);
  if (joined) {
    return (
      <Notice tone="info" title={`${joined.name} (supervisor) has joined`}>
        {state.transcribed
          ? 'You hear each other, and what is said is written down as before.'
          : 'You hear each other. Nothing that is said is written down.'}
      </Notice>
    );
  }
  if (!left || isOver) return null;
  return <Notice tone="info" title={`${left.name} (supervisor) has left`} onDismiss={putAway} />;
}

/** Who left a moment ago, while this page was there. */
function useLeft(joins: readonly SupervisorSpell[]) {
  const last = joins.at(-1);
  const isThere = last?.endMs === null;
  const [seenId, setSeenId] = useState<string | null>(null);
  useEffect(() => {
    if (isThere) setSeenId(last.id);
  }, [isThere, last]);
  const left = !isThere && last && last.id === seenId ? last : undefined;
  useEffect(() => {
    if (!left) return;
    const timer = setTimeout(() => setSeenId(null), LEFT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, putAway: () => setSeenId(null) };
}
