import type { Speaker } from '@agent/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import type { SentimentMarkLabels } from '../sentiment-mark/sentiment-mark.tsx';
import { createRowLookup } from './row-lookup.ts';
import type { TranscriptItem, TranscriptSentiments } from './transcript-item.ts';
import type { SpeakerNames, TranscriptLabels } from './transcript-labels.ts';
import { TranscriptRow } from './transcript-row.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useFollowLive } from './use-follow-live.ts';

interface TranscriptRowsProps {
  items: readonly TranscriptItem[];
  names: SpeakerNames;
  labels: TranscriptLabels;
  ownSide: Speaker;
  answeredAtMs: number | undefined;
  sentiments: TranscriptSentiments | undefined;
  sentimentLabels: Partial<SentimentMarkLabels> | undefined;
  jumpIcon: ReactNode;
}

/** Width that is assumed until the log is in the page. */
const firstWidthPx = 600;

/** The scrolling log itself: only the rows in view are in the page. */
export function TranscriptRows({
  items,
  names,
  labels,
  ownSide,
  answeredAtMs,
  sentiments,
  sentimentLabels,
  jumpIcon,
}: TranscriptRowsProps) {
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
  const newCount = useNewCount(items.length, isLive);
  const announcement = useAnnouncements(items, names, labels);
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
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                data-slot="transcript-row"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <TranscriptRow
                  item={item}
                  names={names}
                  labels={labels}
                  ownSide={ownSide}
                  answeredAtMs={answeredAtMs}
                  sentiments={sentiments}
                  sentimentLabels={sentimentLabels}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {isLive ? null : (
        <div data-slot="transcript-jump">
          <Button size="sm" icon={jumpIcon} onClick={jumpToLive}>
            {labels.jumpToLive}
            {newCount > 0 ? ` · ${labels.newItems(newCount)}` : ''}
          </Button>
        </div>
      )}
      <div data-slot="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
    </>
  );
}

/** Rows that came since the reader left the live end. */
function useNewCount(count: number, isLive: boolean): number {
  const [seen, setSeen] = useState(count);
  useEffect(() => {
    if (isLive) setSeen(count);
  }, [count, isLive]);
  return Math.max(0, count - seen);
}
