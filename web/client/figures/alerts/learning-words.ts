import type { FigureAlerts } from '@agent/protocol';

/** Why there may be no alerts yet: `Learning, 2 weeks of 4.`; null when all is learned. */
export function learningWords(learning: FigureAlerts['learning']): string | null {
  const [first, ...others] = learning;
  if (!first) return null;
  const fewest = Math.min(first.weeks, ...others.map(({ weeks }) => weeks));
  const weeks = `${fewest} ${fewest === 1 ? 'week' : 'weeks'} of ${first.of}`;
  if (others.length === 0) return `Learning one figure, ${weeks}: no alerts of it before.`;
  return `Learning what is usual, ${weeks}: no alerts of ${learning.length} figures before.`;
}
