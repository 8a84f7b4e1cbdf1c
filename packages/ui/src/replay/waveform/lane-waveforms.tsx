'use client';
import { useEffect, useRef } from 'react';
import { useElementWidth } from './use-element-width.ts';
import { useThemeChanges } from './use-theme-changes.ts';
import { peaksOver, type WaveformPeaks } from './waveform-peaks.ts';

const BAR_PX = 2;
const GAP_PX = 1;

/** Props of a `LaneWaveforms`. */
export interface LaneWaveformsProps {
  peaks: WaveformPeaks;
  durationMs: number;
}

/**
 * Both sides of a call as bars, customer above. Drawn by wavesurfer.js, which is loaded when the first
 * is shown; what is played and where is shown by whoever stands around it.
 */
export function LaneWaveforms({ peaks, durationMs }: LaneWaveformsProps) {
  const root = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(root);
  const theme = useThemeChanges();
  useEffect(() => {
    const container = root.current;
    if (!container || widthPx === 0) return;
    // Other colours are drawn anew.
    void theme;
    const drawn = new AbortController();
    void draw(container, { peaks, durationMs, widthPx }, drawn.signal);
    return () => drawn.abort();
  }, [peaks, durationMs, widthPx, theme]);
  return <div ref={root} data-slot="lane-waveforms" aria-hidden="true" />;
}

/** Draws until the signal says that something else is to be drawn there. */
async function draw(
  container: HTMLElement,
  { peaks, durationMs, widthPx }: LaneWaveformsProps & { widthPx: number },
  signal: AbortSignal,
): Promise<void> {
  const { default: WaveSurfer } = await import('wavesurfer.js');
  if (signal.aborted) return;
  const bars = Math.max(1, Math.floor(widthPx / (BAR_PX + GAP_PX)));
  const lanes = [peaks.customer, peaks.agent].map((lane) =>
    audible(peaksOver(peaks, lane, durationMs, bars)),
  );
  const [customer, agent] = colours(container);
  const look = { barWidth: BAR_PX, barGap: GAP_PX, barRadius: 1, barMinHeight: 1 };
  const heightPx = Math.floor(container.clientHeight / 2);
  const waves = WaveSurfer.create({
    container,
    ...{ peaks: lanes, duration: durationMs / 1000, maxPeak: 1, cursorWidth: 0, interact: false },
    ...{ height: heightPx, hideScrollbar: true },
    ...look,
    splitChannels: [
      { waveColor: customer, progressColor: customer, height: heightPx, ...look },
      { waveColor: agent, progressColor: agent, height: heightPx, ...look },
    ],
  });
  signal.addEventListener('abort', () => waves.destroy());
}

/** Speech on a telephone is far below full scale: the root makes it seen and keeps silence flat. */
function audible(lane: Float32Array): Float32Array {
  return lane.map((level) => Math.sqrt(level));
}

/** A canvas knows no custom properties. */
function colours(element: HTMLElement): [string, string] {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim() || style.color;
  return [of('--aui-replay-customer'), of('--aui-replay-agent')];
}
