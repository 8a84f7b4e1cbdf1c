'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useMemo } from 'react';
import type { TalkSpans } from '../playback/playback-state.ts';
import { LaneWaveforms } from '../waveform/lane-waveforms.tsx';
import type { WaveformPeaks } from '../waveform/waveform-peaks.ts';
import { MarkLegend } from './mark-legend.tsx';
import { PositionSlider } from './position-slider.tsx';
import type { ReplayMark, ReplayMarkKind } from './replay-mark.ts';
import {
  defaultReplayTimelineLabels,
  type ReplayTimelineLabels,
} from './replay-timeline-labels.ts';
import { TalkLanes } from './talk-lanes.tsx';
import { TimelineMarks } from './timeline-marks.tsx';

/** A call laid out in time, and where it is heard now. Times are milliseconds since its beginning. */
export interface ReplayTimelineProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  durationMs: number;
  positionMs: number;
  onSeek: (positionMs: number) => void;
  /** How loud both sides were; absent: there is no sound, or it is not known yet. */
  peaks?: WaveformPeaks | null | undefined;
  /** Drawn in place of `peaks` that are absent. */
  talk?: TalkSpans | undefined;
  /** `loading`: the waveform is on its way. Default `ready`. */
  status?: 'loading' | 'ready' | undefined;
  /** Where the sound ends, when that is before the call does. */
  soundEndsMs?: number | null | undefined;
  /** By their beginning. */
  marks: readonly ReplayMark[];
  /** Kinds that the reader does not want to see. */
  hiddenKinds?: ReadonlySet<ReplayMarkKind> | undefined;
  onHiddenKindsChange?: ((hidden: ReadonlySet<ReplayMarkKind>) => void) | undefined;
  labels?: Partial<ReplayTimelineLabels> | undefined;
}

const nothingHidden: ReadonlySet<ReplayMarkKind> = new Set();

/** Two lanes of sound with what happened in the call, a slider over them and a legend that filters. */
export const ReplayTimeline = forwardRef<HTMLElement, ReplayTimelineProps>(function ReplayTimeline(
  {
    durationMs,
    positionMs,
    onSeek,
    peaks,
    talk,
    status = 'ready',
    soundEndsMs,
    marks,
    hiddenKinds = nothingHidden,
    onHiddenKindsChange,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = useMemo(() => ({ ...defaultReplayTimelineLabels, ...labels }), [labels]);
  const shown = useMemo(
    () => marks.filter(({ kind }) => !hiddenKinds.has(kind)),
    [marks, hiddenKinds],
  );
  const endsEarly = soundEndsMs != null && soundEndsMs < durationMs;
  return (
    <section
      aria-label={text.name}
      {...rest}
      ref={ref}
      className={clsx('aui-replay-timeline', className)}
      data-slot="replay-timeline"
      data-marks={marks.length > 0 ? 'some' : 'none'}
      data-state={status === 'loading' ? 'loading' : peaks ? 'waveform' : 'talk'}
    >
      <div data-slot="replay-timeline-names" aria-hidden="true">
        <span>{text.customer}</span>
        <span>{text.agent}</span>
      </div>
      <div data-slot="replay-timeline-lanes">
        {peaks ? (
          <LaneWaveforms peaks={peaks} durationMs={durationMs} />
        ) : talk ? (
          <TalkLanes talk={talk} durationMs={durationMs} />
        ) : null}
        {endsEarly ? (
          <div
            data-slot="replay-timeline-silent"
            title={text.soundEnds(soundEndsMs)}
            style={{ insetInlineStart: `${(100 * soundEndsMs) / durationMs}%` }}
          />
        ) : null}
        <PositionSlider
          durationMs={durationMs}
          positionMs={positionMs}
          onSeek={onSeek}
          labels={text}
        />
      </div>
      <TimelineMarks marks={shown} durationMs={durationMs} onSeek={onSeek} labels={text} />
      <MarkLegend
        marks={marks}
        hidden={hiddenKinds}
        onHiddenChange={onHiddenKindsChange}
        labels={text}
      />
    </section>
  );
});
