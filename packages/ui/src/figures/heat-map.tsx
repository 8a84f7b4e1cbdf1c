'use client';
import { clsx } from 'clsx';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { describedBy } from '../react/aria.ts';
import { heatLevel, heatLevels } from './heat-level.ts';

/** An hour of a weekday. */
export interface HeatMapCell {
  /** 1 is Monday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  /** How dark it is against the others; null: there is nothing. */
  value: number | null;
  /** As it is said: `23 calls`; of a cell without a value why. */
  words: string;
  /** As it stands in the cell where there is room. */
  short?: string | undefined;
}

/** Strings of a `HeatMap`. Weekdays are 1 (Monday) to 7, hours 0 to 23. */
export interface HeatMapLabels {
  /** At the head of a row. */
  weekday: (weekday: number) => string;
  longWeekday: (weekday: number) => string;
  hour: (hour: number) => string;
  /** A cell in words; `words` are its own. */
  cell: (weekday: number, hour: number, words: string) => string;
  hint: string;
  least: string;
  most: string;
}
const longWeekdays = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
] as const;
/** English words of the map; `labels` replaces them one by one. */
export const defaultHeatMapLabels: HeatMapLabels = {
  weekday: (weekday) => longWeekdays[weekday - 1]?.slice(0, 3) ?? '',
  longWeekday: (weekday) => longWeekdays[weekday - 1] ?? '',
  hour: (hour) => `${hour}:00`,
  cell: (weekday, hour, words) => `${longWeekdays[weekday - 1]} ${hour}:00: ${words}`,
  hint: 'Point at an hour, or go there with the arrow keys.',
  least: 'Least',
  most: 'Most',
};
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Hours of a week, as dark as there is much. */
export interface HeatMapProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What is shown: `Calls by hour`. */
  name: string;
  /** Hours that are missing are empty. */
  cells: readonly HeatMapCell[];
  /** From which to which hour; default the whole day. */
  hours?: { first: number; last: number } | undefined;
  labels?: Partial<HeatMapLabels> | undefined;
}

/** A table of weekday and hour, which arrow keys walk through; what a cell says stands below it. */
export const HeatMap = forwardRef<HTMLDivElement, HeatMapProps>(function HeatMap(
  { name, cells, hours = { first: 0, last: 23 }, labels, className, ...rest },
  ref,
) {
  const text = { ...defaultHeatMapLabels, ...labels };
  const id = useId();
  const [at, setAt] = useState({ weekday: 1, hour: hours.first });
  const [isPointedAt, setPointedAt] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const known = new Map(cells.map((cell) => [`${cell.weekday}-${cell.hour}`, cell]));
  const values = cells.flatMap(({ value }) => value ?? []);
  const levelOf = heatLevel(Math.min(...values), Math.max(...values));
  const shownHours = Array.from(
    { length: hours.last - hours.first + 1 },
    (_, index) => hours.first + index,
  );
  const wordsOf = (weekday: number, hour: number) => {
    return text.cell(weekday, hour, known.get(`${weekday}-${hour}`)?.words ?? '–');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepIn(event, at, hours);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.weekday}-${next.hour}"]`)?.focus();
  };
  return (
    <div
      {...rest}
      ref={ref}
      className={clsx('aui-heat-map', className)}
      data-slot="heat-map"
      data-state={values.length === 0 ? 'empty' : 'ready'}
    >
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys walk through it.
        role="grid"
        aria-label={name}
        aria-describedby={describedBy({}, id)}
        aria-readonly="true"
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointedAt(false)}
        onBlur={() => setPointedAt(false)}
      >
        <thead>
          <tr>
            <td />
            {shownHours.map((hour) => (
              <th key={hour} scope="col" data-odd={hour % 3 !== 0}>
                <span aria-hidden="true">{hour}</span>
                <span data-slot="visually-hidden">{text.hour(hour)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">
                <span aria-hidden="true">{text.weekday(weekday)}</span>
                <span data-slot="visually-hidden">{text.longWeekday(weekday)}</span>
              </th>
              {shownHours.map((hour) => {
                const cell = known.get(`${weekday}-${hour}`);
                const look = () => {
                  setAt({ weekday, hour });
                  setPointedAt(true);
                };
                return (
                  <td
                    key={hour}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one cell has the focus.
                    role="gridcell"
                    data-slot="heat-map-cell"
                    data-at={`${weekday}-${hour}`}
                    data-level={cell?.value == null ? 'none' : levelOf(cell.value)}
                    tabIndex={at.weekday === weekday && at.hour === hour ? 0 : -1}
                    aria-label={wordsOf(weekday, hour)}
                    onFocus={look}
                    onPointerEnter={look}
                  >
                    <span aria-hidden="true">{cell?.short}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div data-slot="heat-map-foot">
        <p id={id} data-slot="heat-map-words">
          {isPointedAt ? wordsOf(at.weekday, at.hour) : text.hint}
        </p>
        <p data-slot="heat-map-scale">
          {text.least}
          {heatLevels.map((level) => (
            <span key={level} aria-hidden="true" data-slot="heat-map-step" data-level={level} />
          ))}
          {text.most}
        </p>
      </div>
    </div>
  );
});

const steps: Readonly<Record<string, readonly [weekdays: number, hours: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where an arrow key leads; undefined for other keys, and at the edge. */
function stepIn(
  event: KeyboardEvent,
  at: { weekday: number; hour: number },
  { first, last }: { first: number; last: number },
): { weekday: number; hour: number } | undefined {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const [weekdays, hours] = step;
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const weekday = at.weekday + weekdays;
  const hour = at.hour + (isRightToLeft ? -hours : hours);
  const isThere = weekday >= 1 && weekday <= 7 && hour >= first && hour <= last;
  return isThere ? { weekday, hour } : undefined;
}
