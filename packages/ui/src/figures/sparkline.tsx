/** Units of the drawing, which is stretched to its place; strokes are not. */
const WIDTH = 100;
const HEIGHT = 32;
/** Room for half of the dot at the end, above and below. */
const EDGE = 3;

/**
 * How a figure went, without numbers: a line with gaps where there was no figure, and a dot at the newest.
 * Without two figures it is empty. Internal to the tile.
 */
export function Sparkline({ points }: { points: readonly (number | null)[] }) {
  const known = points.filter((point) => point !== null);
  if (known.length < 2) return <span data-slot="sparkline" data-state="empty" />;
  const place = placeOf(points.length, Math.min(...known), Math.max(...known));
  const lastIndex = points.findLastIndex((point) => point !== null);
  const [x, y] = place(lastIndex, points[lastIndex] ?? 0);
  return (
    <span data-slot="sparkline" data-state="drawn">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path data-part="line" d={line(points, place)} />
        <path data-part="end" d={`M${x} ${y}h0`} />
      </svg>
    </span>
  );
}

type Place = (index: number, value: number) => readonly [x: number, y: number];

function placeOf(count: number, least: number, most: number): Place {
  const span = most - least;
  return (index, value) => {
    const share = span === 0 ? 0.5 : (value - least) / span;
    const x = (index / Math.max(1, count - 1)) * WIDTH;
    return [round(x), round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE))];
  };
}

/** One stroke for each stretch without a gap; a figure alone in a gap is a dot. */
function line(points: readonly (number | null)[], place: Place): string {
  return points
    .map((value, index) => {
      if (value === null) return '';
      const begins = index === 0 || points[index - 1] === null;
      const isAlone = begins && (points[index + 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${place(index, value).join(' ')}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
