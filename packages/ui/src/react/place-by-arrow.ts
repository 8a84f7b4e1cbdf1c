/**
 * Where ↑ or ↓ lead from a place in a list that goes round: below 0 is no place yet. Undefined for other
 * keys, and where there is nothing to go to.
 */
export function placeByArrow(key: string, current: number, count: number): number | undefined {
  if (!count) return undefined;
  const places: Record<string, number> = {
    ArrowDown: (current + 1) % count,
    ArrowUp: (current > 0 ? current : count) - 1,
  };
  return places[key];
}
