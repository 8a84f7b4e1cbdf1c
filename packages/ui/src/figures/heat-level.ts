/** From the palest to the darkest. */
export const heatLevels = [0, 1, 2, 3, 4] as const;

/** How dark a cell is. */
export type HeatLevel = (typeof heatLevels)[number];

/** Puts values between two bounds into equal steps; where all are the same they are in the middle. */
export function heatLevel(least: number, most: number): (value: number) => HeatLevel {
  const span = most - least;
  return (value) => {
    if (!(span > 0)) return 2;
    const step = Math.floor(((value - least) / span) * heatLevels.length);
    return heatLevels[Math.max(0, Math.min(heatLevels.length - 1, step))] ?? 0;
  };
}
