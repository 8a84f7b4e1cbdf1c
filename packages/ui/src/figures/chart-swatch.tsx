import type { ChartColour, ChartMark } from './chart-mark.ts';

/** What a series looks like, beside its name. Internal to charts. */
export function ChartSwatch({ mark, colour }: { mark: ChartMark; colour: ChartColour }) {
  return (
    <span
      aria-hidden="true"
      data-slot="chart-swatch"
      data-mark={mark}
      style={{ color: `var(--aui-series-${colour})` }}
    />
  );
}
