const HEIGHT = 24;

/**
 * How many calls there were on each day, as bars from nought; a gap where nothing was on record. What it shows the
 * row says in words.
 */
export function TopicTrend({ points }: { points: readonly (number | null)[] }) {
  const most = Math.max(0, ...points.map((n) => n ?? 0));
  if (points.length < 2 || most === 0) return <span className="topic-trend" />;
  const path = points.map((n, index) => bar(index, ((n ?? 0) / most) * HEIGHT)).join('');
  return (
    <span className="topic-trend">
      <svg aria-hidden="true" viewBox={`0 0 ${points.length} ${HEIGHT}`} preserveAspectRatio="none">
        <path d={path} />
      </svg>
    </span>
  );
}

function bar(index: number, height: number): string {
  const high = Math.round(height * 10) / 10;
  return high === 0 ? '' : `M${index + 0.1} ${HEIGHT}v${-high}h0.8v${high}z`;
}
