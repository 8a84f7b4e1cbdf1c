/** Of a standard normal distribution: 95 of 100 lie within so many deviations. */
const z = 1.959964;

/**
 * Between which shares the true one lies with 95 % confidence, when `hits` of `n` were seen; Wilson's score
 * interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927). Null of none.
 */
export function wilsonRange(hits: number, n: number): { low: number; high: number } | null {
  if (n <= 0) return null;
  const share = hits / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const whole = 1 + (z * z) / n;
  return {
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}
