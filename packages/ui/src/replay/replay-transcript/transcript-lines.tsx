import { useVirtualizer } from '@tanstack/react-virtual';
import { Crosshair } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Button } from '../../button/button.tsx';
import { useKeptFocus } from '../../react/use-kept-focus.ts';
import type { ReplayLine } from './replay-line.ts';
import type { ReplayTranscriptLabels } from './replay-transcript-labels.ts';
import { TranscriptLine } from './transcript-line.tsx';
import { useFollowPlayhead } from './use-follow-playhead.ts';

interface TranscriptLinesProps {
  lines: readonly ReplayLine[];
  /** Place of the line at the playhead. */
  current: number;
  query: string;
  onSeek: (positionMs: number) => void;
  labels: ReplayTranscriptLabels;
}

/**
 * The lines that are in view. One stop for the tab key: arrows go from line to line, Enter goes to the
 * moment of one.
 */
export const TranscriptLines = memo(function TranscriptLines(props: TranscriptLinesProps) {
  const { lines, current, query, onSeek, labels } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 8,
    useFlushSync: false,
    initialRect: { width: 400, height: 600 },
  });
  const { isFollowing, follow } = useFollowPlayhead(scroller);
  const goneTo = useRef<HTMLDivElement>(null);
  useKeptFocus(goneTo, scroller);
  useEffect(() => {
    if (isFollowing) virtualizer.scrollToIndex(Math.max(0, current), { align: 'center' });
  }, [isFollowing, current, virtualizer]);
  const { stop, onKeyDown, setStop } = useLineStop(scroller, props, (index) =>
    virtualizer.scrollToIndex(index),
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: only the items in view are in the page, within another element. */}
      <div
        ref={scroller}
        data-slot="replay-transcript-lines"
        role="list"
        aria-label={labels.name}
        onKeyDown={onKeyDown}
      >
        <div
          data-slot="replay-transcript-content"
          role="presentation"
          style={{ blockSize: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const line = lines[index];
            return line ? (
              // biome-ignore lint/a11y/useSemanticElements: as the list.
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-slot="replay-transcript-row"
                role="listitem"
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TranscriptLine
                  line={line}
                  showsSpeaker={isByAnother(line, lines[index - 1])}
                  isCurrent={index === current}
                  isStop={index === stop}
                  query={query}
                  onFocus={() => setStop(index)}
                  onSeek={onSeek}
                  labels={labels}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      <div ref={goneTo} data-slot="replay-transcript-back">
        {isFollowing ? null : (
          <Button size="sm" icon={<Crosshair />} onClick={follow}>
            {labels.backToPlayhead}
          </Button>
        )}
      </div>
    </>
  );
});

/** Which line the tab key stops at: the one last focused, else the one at the playhead. */
function useLineStop(
  scroller: React.RefObject<HTMLElement | null>,
  { lines, current }: TranscriptLinesProps,
  bringIntoView: (index: number) => void,
) {
  const [focused, setStop] = useState<number | null>(null);
  useEffect(() => {
    if (!scroller.current?.contains(document.activeElement)) setStop(null);
  }, [current, scroller]);
  const stop = focused ?? Math.max(0, current);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const next = Math.min(lines.length - 1, Math.max(0, stop + by));
    setStop(next);
    bringIntoView(next);
    const focus = () =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] > button`)
        ?.focus({ preventScroll: true });
    focus();
    // One that was not in the page comes with the next frame.
    requestAnimationFrame(focus);
  };
  return { stop, setStop, onKeyDown };
}

function isByAnother(line: ReplayLine, before: ReplayLine | undefined): boolean {
  return line.speaker !== before?.speaker || line.name !== before?.name;
}
