'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import './topics.css';

/** So many rows of a list stand there before somebody asks for all. */
export const FIRST_ROWS = 10;

/** Whether all rows of a list are shown. */
export interface ShowAllChoice {
  isAll: boolean;
  onShowAll: (isAll: boolean) => void;
}

/** The rows that are shown; who sorts does so before. */
export function shownRows<Row>(rows: readonly Row[], isAll: boolean): readonly Row[] {
  return isAll ? rows : rows.slice(0, FIRST_ROWS);
}

/** Below a list that is longer than its first rows: shows all of it, or the first again. */
export function ShowAll({
  name,
  count,
  isAll,
  onShowAll,
}: ShowAllChoice & {
  /** Of the list. */
  name: string;
  /** How many rows there are. */
  count: number;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const wasAll = useRef(isAll);
  useLayoutEffect(() => {
    // Whoever has read to the end of a long list would else find themselves far below the short one.
    if (wasAll.current && !isAll) button.current?.scrollIntoView?.({ block: 'nearest' });
    wasAll.current = isAll;
  }, [isAll]);
  if (count <= FIRST_ROWS) return null;
  const words = isAll ? `Show the first ${FIRST_ROWS}` : `Show all ${count}`;
  return (
    <button
      ref={button}
      type="button"
      className="topic-all"
      aria-expanded={isAll}
      aria-label={`${words}: ${name}`}
      onClick={() => onShowAll(!isAll)}
    >
      {isAll ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
      {words}
    </button>
  );
}
