import { type PartClassNames, part } from '../react/part.ts';
import type { SentimentTrendLabels } from './sentiment-trend-labels.ts';

interface ChartPoint {
  segmentId: string;
  atMs: number;
  score: number;
  trend: number;
  label: string;
}

/** Units of the drawing; it is stretched to its place, strokes are not. */
const WIDTH = 100;
const HEIGHT = 100;

/** With more points than this the line says all; single scores would hide it. */
const MAX_DOTS = 40;

/** The line itself. Internal to the trend. */
export function SentimentChart({
  points,
  alertBelow,
  withAxis,
  label,
  text,
  classNames,
}: {
  points: readonly ChartPoint[];
  alertBelow: number | null;
  withAxis: boolean;
  label: string;
  text: SentimentTrendLabels;
  classNames: PartClassNames<'sentiment-chart'> | undefined;
}) {
  const place = places(points);
  const last = points.at(-1);
  return (
    <div {...part('sentiment-chart', classNames)}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <line data-part="zero" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
        {alertBelow === null ? null : (
          <line data-part="alert" x1={0} x2={WIDTH} y1={y(alertBelow)} y2={y(alertBelow)} />
        )}
        <path data-part="trend" d={line(points, place)} />
        {points.length > MAX_DOTS
          ? null
          : points.map((point) => (
              <path
                key={point.segmentId}
                data-part="score"
                d={`M${round(place(point))} ${round(y(point.score))}h0`}
              />
            ))}
        {last ? (
          <path data-part="now" d={`M${round(place(last))} ${round(y(last.trend))}h0`} />
        ) : null}
      </svg>
      {withAxis ? <Axis alertBelow={alertBelow} text={text} /> : null}
    </div>
  );
}

function Axis({ alertBelow, text }: { alertBelow: number | null; text: SentimentTrendLabels }) {
  const marks = [
    { score: 1, words: text.positive },
    { score: 0, words: text.scored(0) },
    ...(alertBelow === null ? [] : [{ score: alertBelow, words: text.alert }]),
    { score: -1, words: text.negative },
  ];
  return marks.map(({ score, words }) => (
    <span
      key={score}
      aria-hidden="true"
      dir="ltr"
      data-slot="sentiment-chart-axis"
      style={{ top: `${y(score)}%` }}
    >
      {words}
    </span>
  ));
}

function y(score: number): number {
  return ((1 - Math.max(-1, Math.min(1, score))) / 2) * HEIGHT;
}

/** Where in time a point stands: the first at the start, the last at the end, one alone at the end. */
function places(points: readonly ChartPoint[]): (point: ChartPoint) => number {
  const firstMs = points[0]?.atMs ?? 0;
  const spanMs = (points.at(-1)?.atMs ?? 0) - firstMs;
  return ({ atMs }) => (spanMs <= 0 ? WIDTH : ((atMs - firstMs) / spanMs) * WIDTH);
}

function line(points: readonly ChartPoint[], place: (point: ChartPoint) => number): string {
  return points
    .map(
      (point, index) => `${index === 0 ? 'M' : 'L'}${round(place(point))} ${round(y(point.trend))}`,
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
