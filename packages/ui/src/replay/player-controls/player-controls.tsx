'use client';
import { clsx } from 'clsx';
import {
  ChevronFirst,
  ChevronLast,
  Link,
  LoaderCircle,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
} from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, useMemo } from 'react';
import { Button } from '../../button/button.tsx';
import { IconButton } from '../../icon-button/icon-button.tsx';
import { type HeardLane, type PlaybackState, playbackRates } from '../playback/playback-state.ts';
import { PlainSelect } from './plain-select.tsx';
import {
  defaultPlayerControlsLabels,
  type PlayerControlsLabels,
} from './player-controls-labels.ts';

/** How a playback stands, and what pressing does. */
export interface PlayerControlsProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onRateChange'> {
  state: PlaybackState;
  positionMs: number;
  durationMs: number;
  onToggle: () => void;
  /** Goes so many milliseconds on; back when negative. */
  onStep: (byMs: number) => void;
  /** Absent: there are no marks. */
  onMark?: ((direction: 1 | -1) => void) | undefined;
  onRateChange: (rate: number) => void;
  onSkipsSilenceChange: (skips: boolean) => void;
  /** Absent: there is no sound of which one side could be heard. */
  onHeardChange?: ((lane: HeardLane) => void) | undefined;
  onCopyLink?: (() => void) | undefined;
  /** Whether the link was copied a moment ago. */
  isCopied?: boolean | undefined;
  /** Whether what was skipped last is still to be said. */
  saysSkip?: boolean | undefined;
  labels?: Partial<PlayerControlsLabels> | undefined;
}

const STEP_MS = 5_000;

/** Plays, stops, steps; how fast, whom one hears, and a link to this moment. */
export const PlayerControls = forwardRef<HTMLDivElement, PlayerControlsProps>(
  function PlayerControls(
    {
      state,
      positionMs,
      durationMs,
      onToggle,
      onStep,
      onMark,
      onRateChange,
      onSkipsSilenceChange,
      onHeardChange,
      onCopyLink,
      isCopied = false,
      saysSkip = false,
      labels,
      className,
      ...rest
    },
    ref,
  ) {
    const text = useMemo(() => ({ ...defaultPlayerControlsLabels, ...labels }), [labels]);
    const { status, lastSkip } = state;
    const isPaused = status === 'paused';
    const said = [
      ...(saysSkip && lastSkip ? [text.skipped(lastSkip.durationMs)] : []),
      ...(isCopied ? [text.copied] : []),
      ...(status === 'buffering' ? [text.buffering] : []),
    ];
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
      <div
        role="group"
        aria-label={text.name}
        {...rest}
        ref={ref}
        className={clsx('aui-player-controls', className)}
        data-slot="player-controls"
        data-state={status}
      >
        <div data-slot="player-controls-go">
          {onMark ? (
            <IconButton
              label={text.previousMark}
              icon={<ChevronFirst />}
              onClick={() => onMark(-1)}
            />
          ) : null}
          <IconButton label={text.back} icon={<RotateCcw />} onClick={() => onStep(-STEP_MS)} />
          <IconButton
            variant="primary"
            label={isPaused ? text.play : text.pause}
            icon={status === 'buffering' ? <LoaderCircle /> : isPaused ? <Play /> : <Pause />}
            onClick={onToggle}
          />
          <IconButton label={text.forward} icon={<RotateCw />} onClick={() => onStep(STEP_MS)} />
          {onMark ? (
            <IconButton label={text.nextMark} icon={<ChevronLast />} onClick={() => onMark(1)} />
          ) : null}
        </div>
        <span data-slot="player-controls-time">{text.time(positionMs, durationMs)}</span>
        <span data-slot="player-controls-said" role="status">
          {said.join(' · ')}
        </span>
        <div data-slot="player-controls-how">
          <PlainSelect
            label={text.speed}
            value={String(state.rate)}
            options={playbackRates.map((rate) => [String(rate), text.rate(rate)])}
            onChange={(value) => onRateChange(Number(value))}
          />
          <Button
            variant="ghost"
            aria-pressed={state.skipsSilence}
            data-active={state.skipsSilence || undefined}
            onClick={() => onSkipsSilenceChange(!state.skipsSilence)}
          >
            {text.skipSilence}
          </Button>
          {onHeardChange ? (
            <PlainSelect
              label={text.listenTo}
              value={state.heard}
              options={(['both', 'customer', 'agent'] as const).map((lane) => [
                lane,
                text.heard[lane],
              ])}
              onChange={onHeardChange}
            />
          ) : null}
          {onCopyLink ? (
            <Button variant="ghost" icon={<Link />} onClick={onCopyLink}>
              {text.copyLink}
            </Button>
          ) : null}
        </div>
      </div>
    );
  },
);
