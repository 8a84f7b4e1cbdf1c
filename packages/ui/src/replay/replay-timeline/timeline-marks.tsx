import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { MarkSign } from './mark-sign.tsx';
import { placeOf, type ReplayMark, rowsOf } from './replay-mark.ts';
import type { ReplayTimelineLabels } from './replay-timeline-labels.ts';

/** At most two suggestions are shown at once; a third row takes those that overlap nevertheless. */
const BAR_ROWS = 3;

interface TimelineMarksProps {
  /** By their beginning. */
  marks: readonly ReplayMark[];
  durationMs: number;
  onSeek: (positionMs: number) => void;
  labels: ReplayTimelineLabels;
}

/**
 * What happened, each at its place. One stop for the tab key however many there are: arrows go from
 * one to the next, Enter goes to its moment.
 */
export const TimelineMarks = memo(function TimelineMarks({
  marks,
  durationMs,
  onSeek,
  labels,
}: TimelineMarksProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const rows = useMemo(() => {
    const bars = marks.filter((mark) => placeOf(mark) === 'bar');
    const places = rowsOf(bars, BAR_ROWS);
    return new Map(bars.map(({ id }, index) => [id, places[index] ?? 0]));
  }, [marks]);
  const stop = marks.find(({ id }) => id === chosenId) ?? marks[0];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = marks.findIndex(({ id }) => id === stop?.id);
    const goals: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: marks.length - 1,
    };
    const goal = goals[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    const next = marks[goal];
    if (!next) return;
    setChosenId(next.id);
    group.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <fieldset
      ref={group}
      data-slot="timeline-marks"
      aria-label={labels.marks}
      onKeyDown={onKeyDown}
    >
      {marks.map((mark) => (
        <button
          key={mark.id}
          type="button"
          data-slot="timeline-mark"
          data-mark={mark.id}
          data-kind={mark.kind}
          data-place={placeOf(mark)}
          data-speaker={mark.speaker}
          data-end={mark.end}
          tabIndex={mark.id === stop?.id ? 0 : -1}
          aria-label={labels.mark(mark)}
          title={labels.mark(mark)}
          style={placed(mark, durationMs, rows.get(mark.id))}
          onFocus={() => setChosenId(mark.id)}
          onClick={() => onSeek(mark.startMs)}
        >
          {placeOf(mark) === 'sign' ? <MarkSign kind={mark.kind} /> : null}
        </button>
      ))}
    </fieldset>
  );
});

function placed({ startMs, endMs }: ReplayMark, durationMs: number, row: number | undefined) {
  const percent = (ms: number) => `${durationMs > 0 ? (100 * ms) / durationMs : 0}%`;
  return {
    insetInlineStart: percent(Math.min(startMs, durationMs)),
    inlineSize: endMs > startMs ? percent(Math.min(endMs, durationMs) - startMs) : undefined,
    '--aui-mark-row': row,
  } as React.CSSProperties;
}
