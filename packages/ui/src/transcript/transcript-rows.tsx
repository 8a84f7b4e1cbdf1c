import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { part } from '../react/part.ts';
import { useKeptFocus } from '../react/use-kept-focus.ts';
import { PlacedRow } from './placed-row.tsx';
import { createRowLookup } from './row-lookup.ts';
import { TranscriptAnnouncements } from './transcript-announcements.tsx';
import type { TranscriptItem } from './transcript-item.ts';
import type { RowContext } from './transcript-row.tsx';
import { useFollowLive } from './use-follow-live.ts';

/** A moment that is to be looked at, in milliseconds since the answer. The same again: another object. */
export interface ShownMoment {
  atMs: number;
}

interface TranscriptRowsProps extends RowContext {
  items: readonly TranscriptItem[];
  shown: ShownMoment | null | undefined;
  jumpIcon: ReactNode;
}

/** Width that is assumed until the log is in the page. */
const firstWidthPx = 600;

/** The scrolling log itself: only the rows in view are in the page. */
export function TranscriptRows({ items, shown, jumpIcon, ...context }: TranscriptRowsProps) {
  const { names, labels } = context;
  const scroller = useRef<HTMLDivElement>(null);
  const rowsOf = useMemo(createRowLookup, []);
  const rows = rowsOf(items, scroller.current?.clientWidth ?? firstWidthPx);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: rows.estimatePx,
    getItemKey: rows.keyOf,
    overscan: 8,
    useFlushSync: false,
    initialRect: { width: firstWidthPx, height: 600 },
  });
  const heightPx = virtualizer.getTotalSize();
  const { isLive, onScroll, jumpToLive } = useFollowLive(scroller, heightPx);
  const shownIndex = shown ? items.findLastIndex((item) => startOf(item) <= shown.atMs) : -1;
  // Only another moment leads there: rows that come later do not.
  useEffect(() => {
    if (shownIndex >= 0) virtualizer.scrollToIndex(shownIndex, { align: 'center' });
  }, [shown]);
  const newCount = useNewCount(items.length, isLive);
  const jump = useRef<HTMLDivElement>(null);
  useKeptFocus(jump, scroller);
  return (
    <>
      {/* Announced through the region below: a virtualised log would announce rows as they scroll. */}
      <div
        ref={scroller}
        onScroll={onScroll}
        data-slot="transcript-log"
        role="log"
        aria-live="off"
        aria-label={labels.name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
        tabIndex={0}
      >
        <div data-slot="transcript-content" style={{ height: heightPx }}>
          {virtualizer.getVirtualItems().map((row) => {
            const item = items[row.index];
            return item ? (
              <PlacedRow
                key={row.key}
                index={row.index}
                startPx={row.start}
                isShown={row.index === shownIndex}
                measure={virtualizer.measureElement}
                item={item}
                {...context}
              />
            ) : null;
          })}
        </div>
      </div>
      <div ref={jump} {...part('transcript-jump', context.classNames)}>
        {isLive ? null : (
          <Button size="sm" icon={jumpIcon} onClick={jumpToLive}>
            {labels.jumpToLive}
            {newCount > 0 ? ` · ${labels.newItems(newCount)}` : ''}
          </Button>
        )}
      </div>
      <TranscriptAnnouncements items={items} names={names} labels={labels} />
    </>
  );
}

function startOf(item: TranscriptItem): number {
  return 'atMs' in item ? item.atMs : item.startMs;
}

/** Rows that came since the reader left the live end. Following it costs no render of its own. */
function useNewCount(count: number, isLive: boolean): number {
  const seen = useRef(count);
  useEffect(() => {
    if (isLive) seen.current = count;
  }, [count, isLive]);
  return isLive ? 0 : Math.max(0, count - seen.current);
}
