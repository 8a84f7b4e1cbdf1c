import { memo } from 'react';
import { MarkSign } from './mark-sign.tsx';
import { type ReplayMark, type ReplayMarkKind, replayMarkKinds } from './replay-mark.ts';
import type { ReplayTimelineLabels } from './replay-timeline-labels.ts';

interface MarkLegendProps {
  marks: readonly ReplayMark[];
  hidden: ReadonlySet<ReplayMarkKind>;
  /** Absent: it only explains. */
  onHiddenChange: ((hidden: ReadonlySet<ReplayMarkKind>) => void) | undefined;
  labels: ReplayTimelineLabels;
}

/** What the marks are, how many of each there are, and which are shown. */
export const MarkLegend = memo(function MarkLegend({
  marks,
  hidden,
  onHiddenChange,
  labels,
}: MarkLegendProps) {
  const counts = replayMarkKinds
    .map((kind) => ({ kind, count: marks.filter((mark) => mark.kind === kind).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const toggle = (kind: ReplayMarkKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    onHiddenChange?.(next);
  };
  return (
    <fieldset data-slot="mark-legend" aria-label={labels.legend}>
      {counts.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          data-slot="mark-legend-kind"
          data-kind={kind}
          data-state={hidden.has(kind) ? 'off' : 'on'}
          aria-pressed={!hidden.has(kind)}
          disabled={!onHiddenChange}
          onClick={() => toggle(kind)}
        >
          <MarkSign kind={kind} />
          {labels.kind(kind, count)}
        </button>
      ))}
    </fieldset>
  );
});
