import { memo, useMemo } from 'react';
import { TranscriptRow, type TranscriptRowProps } from './transcript-row.tsx';

interface PlacedRowProps extends TranscriptRowProps {
  index: number;
  /** From the beginning of the log. */
  startPx: number;
  /** Whether it is what somebody wants to see. */
  isShown: boolean;
  /** Ref that learns how high the row is; reads `data-index`. */
  measure: (row: HTMLElement | null) => void;
}

/** A row at its place. Neither scrolling nor a new row renders those that stay where they are. */
export const PlacedRow = memo(function PlacedRow({
  index,
  startPx,
  isShown,
  measure,
  ...row
}: PlacedRowProps) {
  const style = useMemo(() => ({ transform: `translateY(${startPx}px)` }), [startPx]);
  return (
    <div
      ref={measure}
      data-index={index}
      data-slot="transcript-row"
      data-shown={isShown || undefined}
      style={style}
    >
      <TranscriptRow {...row} />
    </div>
  );
});
