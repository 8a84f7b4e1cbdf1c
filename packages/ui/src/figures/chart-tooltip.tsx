import { clsx } from 'clsx';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { ChartColour, ChartMark } from './chart-mark.ts';
import { ChartSwatch } from './chart-swatch.tsx';

/** A series at one place of a chart, in words. */
export interface ChartTooltipItem {
  id: string;
  name: string;
  value: string;
  mark: ChartMark;
  colour: ChartColour;
}

/** Where one points, and what is there. */
export interface ChartTooltipProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  heading: string;
  items: readonly ChartTooltipItem[];
  /** Stands below them: of how many calls. */
  note?: string | undefined;
}

/** What a chart says of the place that is pointed at. The chart puts it there. */
export const ChartTooltip = forwardRef<HTMLDivElement, ChartTooltipProps>(function ChartTooltip(
  { heading, items, note, className, ...rest },
  ref,
) {
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-chart-tooltip', className)}
      data-slot="chart-tooltip"
    >
      <p data-slot="chart-tooltip-heading">{heading}</p>
      <ul>
        {items.map(({ id, name, value, mark, colour }) => (
          <li key={id}>
            <ChartSwatch mark={mark} colour={colour} />
            <bdi>{name}</bdi>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
      {note ? <p data-slot="chart-tooltip-note">{note}</p> : null}
    </div>
  );
});
