import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { ReplayTimelineLabels } from './replay-timeline-labels.ts';
import { clampedStepMs } from './slider-steps.ts';

interface PositionSliderProps {
  durationMs: number;
  positionMs: number;
  onSeek: (positionMs: number) => void;
  labels: ReplayTimelineLabels;
}

/** The playhead over both lanes: pressed, dragged, or moved by keys. */
export function PositionSlider({ durationMs, positionMs, onSeek, labels }: PositionSliderProps) {
  const track = useRef<HTMLDivElement>(null);
  const [pointedMs, setPointedMs] = useState<number | null>(null);
  const percent = (ms: number) => `${durationMs > 0 ? (100 * ms) / durationMs : 0}%`;
  const timeAt = ({ clientX }: PointerEvent) => {
    const { left, width } = track.current?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const share = width > 0 ? Math.min(1, Math.max(0, (clientX - left) / width)) : 0;
    return share * durationMs;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const nextMs = clampedStepMs(event.key, positionMs, durationMs);
    if (nextMs === null) return;
    event.preventDefault();
    onSeek(nextMs);
  };
  return (
    <div
      ref={track}
      data-slot="position-slider"
      role="slider"
      tabIndex={0}
      aria-label={labels.position}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={Math.floor(positionMs / 1000)}
      aria-valuetext={labels.positionText(positionMs, durationMs)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        onSeek(timeAt(event));
      }}
      onPointerMove={(event) => {
        setPointedMs(timeAt(event));
        if (event.currentTarget.hasPointerCapture?.(event.pointerId)) onSeek(timeAt(event));
      }}
      onPointerLeave={() => setPointedMs(null)}
    >
      <div data-slot="position-played" style={{ inlineSize: percent(positionMs) }} />
      <div data-slot="position-head" style={{ insetInlineStart: percent(positionMs) }} />
      {pointedMs === null ? null : (
        <div
          data-slot="position-pointed"
          style={{ insetInlineStart: percent(pointedMs) }}
          aria-hidden="true"
        >
          <span>{labels.time(pointedMs)}</span>
        </div>
      )}
    </div>
  );
}
