'use client';
import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef } from 'react';
import { useMergedRef } from '../react/use-merged-ref.ts';

/** Calls the listener with each new level (0..1) until the returned function is called. */
export type SubscribeLevel = (listener: (level: number) => void) => () => void;

/** Strings of an `AudioLevelMeter`. */
export interface AudioLevelMeterLabels {
  name: string;
  muted: string;
}
/** English words of the meter; `labels` replaces them one by one. */
export const defaultAudioLevelMeterLabels: AudioLevelMeterLabels = {
  name: 'Sound level',
  muted: 'muted',
};

/** A loudness of 0–1, as a number or as what to subscribe to. */
export interface AudioLevelMeterProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'role'> {
  /** Whose sound it is, written beside the bars: "You". */
  caption?: string | undefined;
  /** Level 0..1; for fast sources use `subscribe`, which does not render React again. */
  level?: number | undefined;
  subscribe?: SubscribeLevel | undefined;
  muted?: boolean | undefined;
  labels?: Partial<AudioLevelMeterLabels> | undefined;
}

/** Level from which a meter counts as hearing somebody. */
export const AUDIBLE_LEVEL = 0.08;

/** Bars that follow the loudness of a microphone or of the other side. */
export const AudioLevelMeter = forwardRef<HTMLDivElement, AudioLevelMeterProps>(
  function AudioLevelMeter(
    { caption, level, subscribe, muted = false, labels, className, ...rest },
    ref,
  ) {
    const text = { ...defaultAudioLevelMeterLabels, ...labels };
    const own = useRef<HTMLDivElement | null>(null);
    const merged = useMergedRef(own, ref);
    useEffect(() => {
      const element = own.current;
      if (element) paint(element, muted ? 0 : (level ?? 0));
      if (!subscribe || muted) return;
      return subscribe((next) => element && paint(element, next));
    }, [level, subscribe, muted]);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a native meter cannot be drawn as bars.
      <div
        aria-label={caption ? `${text.name}: ${caption}` : text.name}
        data-state="silent"
        {...rest}
        ref={merged}
        className={clsx('aui-audio-level-meter', className)}
        data-slot="audio-level-meter"
        data-muted={muted || undefined}
        role="meter"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        aria-valuetext={muted ? text.muted : undefined}
      >
        <span data-slot="audio-level-meter-bars">
          <span data-slot="audio-level-meter-fill" />
        </span>
        {caption ? (
          <span data-slot="audio-level-meter-caption">
            {caption}
            {muted ? ` · ${text.muted}` : ''}
          </span>
        ) : null}
      </div>
    );
  },
);

const BARS = 10;

/** Writes a level into the element, in whole bars, so that most samples change nothing. */
function paint(element: HTMLElement, level: number) {
  const clamped = Math.min(1, Math.max(0, level));
  const bars = Math.round(clamped * BARS);
  const percent = String((bars * 100) / BARS);
  if (element.getAttribute('aria-valuenow') !== percent) {
    element.style.setProperty('--aui-level', String(bars / BARS));
    element.setAttribute('aria-valuenow', percent);
  }
  const state = clamped >= AUDIBLE_LEVEL ? 'audible' : 'silent';
  if (element.dataset.state !== state) element.dataset.state = state;
}
