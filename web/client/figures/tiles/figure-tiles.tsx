'use client';
import { formatCount, metricOf } from '@agent/calls';
import type { MetricId, Metrics } from '@agent/protocol';
import { Skeleton } from '@agent/ui';
import { MetricTile } from '@agent/ui/figures';
import { type FigureTile, figureTile } from './figure-tile.ts';
import { tileGroups } from './tile-groups.ts';
import '../figures.css';

/** All figures of a period, in groups. */
export function FigureTiles({
  figures,
  updating,
  of = 'all',
  withCalls = always,
}: {
  /** null while they are not known. */
  figures: Metrics | null;
  /** Whether newer ones are on their way. */
  updating: boolean;
  /** Of one agent: without the figures that there are not of one. */
  of?: 'all' | 'agent';
  /** Whether a tile leads to its calls. */
  withCalls?: (id: MetricId) => boolean;
}) {
  return (
    <div className="figure-groups" aria-busy={figures === null || updating}>
      {figures ? null : <span className="visually-hidden">Loading figures…</span>}
      {tileGroups.map(({ name, ids }) => {
        const shown = ids.filter((id) => of === 'all' || metricOf(id).byAgent);
        return (
          <section key={name} className="figure-group" data-of={of} aria-label={name}>
            <h2>{name}</h2>
            <div className="figure-tiles" data-count={shown.length}>
              {shown.map((id) => {
                const figure = figures?.metrics.find((one) => one.id === id);
                if (!figures || !figure) return <TileSkeleton key={id} />;
                const tile = figureTile(figure, figures.groups);
                if (id === 'offered') tile.sample = offeredInWords(tile.sample, figures);
                return <Tile key={id} {...{ tile, updating }} withCalls={withCalls(id)} />;
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}

const always = () => true;

/** Calls that wait belong to those offered, and to no other figure yet. */
function offeredInWords(sample: string, { stillOpen }: Metrics): string {
  if (stillOpen === 0) return sample;
  return `${sample}, ${formatCount(stillOpen)} still ${stillOpen === 1 ? 'waits' : 'wait'}`;
}

function Tile({
  tile: { id, why, notes, callsCount, callsHref, ...tile },
  updating,
  withCalls,
}: {
  tile: FigureTile;
  updating: boolean;
  withCalls: boolean;
}) {
  const href = withCalls && callsCount !== 0 ? callsHref : undefined;
  return (
    <MetricTile
      {...tile}
      data-metric={id}
      why={why}
      callsHref={href}
      updating={updating}
      definitionMore={
        <>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {href ? (
            <a href={href}>
              {callsCount === 1 ? 'The call' : `The ${formatCount(callsCount ?? 0)} calls`}
            </a>
          ) : null}
        </>
      }
    />
  );
}

function TileSkeleton() {
  return (
    <div className="figure-tile-skeleton">
      <Skeleton width="60%" />
      <Skeleton width="45%" height="28px" />
      <Skeleton width="70%" />
      <Skeleton height="40px" />
    </div>
  );
}
