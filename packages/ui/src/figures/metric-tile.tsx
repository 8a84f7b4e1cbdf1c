'use client';
import { clsx } from 'clsx';
import { CircleCheck, Minus, TriangleAlert } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { nameFrom } from '../react/aria.ts';
import { type PartClassNames, part } from '../react/part.ts';
import { MetricDefinition, type MetricDefinitionLabels } from './metric-definition.tsx';
import { Sparkline } from './sparkline.tsx';

/** Whether a change is good news. */
export type MetricTone = 'better' | 'worse' | 'neutral';

/** Parts of a `MetricTile` that take a class name. */
export type MetricTilePart =
  | 'metric-tile-head'
  | 'metric-tile-value'
  | 'metric-tile-sample'
  | 'metric-tile-change';

/** Strings of a `MetricTile`. */
export interface MetricTileLabels {
  /** Stands for a value that there is not. */
  none: string;
  /** Says for screen readers what the icon of a change does. */
  tones: Record<MetricTone, string>;
  /** Names the way to the calls, after the value. */
  calls: string;
  definition?: Partial<MetricDefinitionLabels> | undefined;
}
/** English words of a tile; `labels` replaces them one by one. */
export const defaultMetricTileLabels: MetricTileLabels = {
  none: '–',
  tones: { better: 'Better:', worse: 'Worse:', neutral: 'Change:' },
  calls: 'Show the calls',
};

/** A figure in words, as whoever works it out writes it. */
export interface MetricTileProps extends Omit<ComponentPropsWithoutRef<'article'>, 'children'> {
  name: string;
  /** With its unit: `84 %`; null: there is none, and `why` says why. */
  value: string | null;
  why?: string | undefined;
  /** How many it is of: `37 calls`. */
  sample?: string | undefined;
  /** Against the period before: `31 s longer`. */
  change?: { words: string; tone: MetricTone } | null | undefined;
  /** How it went, oldest first; null where there was no figure. */
  points?: readonly (number | null)[] | undefined;
  /** Where the calls behind it are. */
  callsHref?: string | undefined;
  /** What it means; absent: the tile says nothing of it. */
  definition?: { sentence: string; formula: string; worked?: string | null } | undefined;
  /** Stands at the end of the definition. */
  definitionMore?: ReactNode;
  /** Whether newer numbers are on their way. */
  updating?: boolean | undefined;
  classNames?: PartClassNames<MetricTilePart> | undefined;
  labels?: Partial<MetricTileLabels> | undefined;
}

/** One figure: how much, of how many, how it changed and how it went, with its meaning and its calls a click away. */
export const MetricTile = forwardRef<HTMLElement, MetricTileProps>(function MetricTile(
  {
    name,
    value,
    why,
    sample,
    change,
    points,
    callsHref,
    definition,
    definitionMore,
    updating = false,
    classNames,
    labels,
    className,
    ...rest
  },
  ref,
) {
  const text = { ...defaultMetricTileLabels, ...labels };
  const id = useId();
  return (
    <article
      aria-labelledby={nameFrom(id, rest)}
      {...rest}
      ref={ref}
      className={clsx('aui-metric-tile', className)}
      data-slot="metric-tile"
      data-state={updating ? 'updating' : value === null ? 'none' : 'ready'}
    >
      <div {...part('metric-tile-head', classNames)}>
        <h3 id={id}>{name}</h3>
        {definition ? (
          <MetricDefinition
            name={name}
            {...definition}
            more={definitionMore}
            labels={text.definition}
          />
        ) : null}
      </div>
      <p {...part('metric-tile-value', classNames)}>
        <Value value={value} callsHref={callsHref} text={text} />
      </p>
      <p {...part('metric-tile-sample', classNames)}>{value === null ? (why ?? sample) : sample}</p>
      {change ? (
        <p {...part('metric-tile-change', classNames)} data-tone={change.tone}>
          {icons[change.tone]}
          <span data-slot="visually-hidden">{text.tones[change.tone]} </span>
          {change.words}
        </p>
      ) : null}
      {points ? <Sparkline points={points} /> : null}
    </article>
  );
});

const icons: Record<MetricTone, ReactNode> = {
  better: <CircleCheck aria-hidden="true" />,
  worse: <TriangleAlert aria-hidden="true" />,
  neutral: <Minus aria-hidden="true" />,
};

/** The figure; where it has calls all of the tile leads to them. */
function Value({
  value,
  callsHref,
  text,
}: {
  value: string | null;
  callsHref: string | undefined;
  text: MetricTileLabels;
}) {
  const shown = value ?? text.none;
  if (callsHref === undefined) return shown;
  return (
    <a href={callsHref} title={text.calls} data-slot="metric-tile-calls">
      {shown} <span data-slot="visually-hidden">{text.calls}</span>
    </a>
  );
}
