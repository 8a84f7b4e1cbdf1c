/**
 * The probability of `atLeast` or more successes of `trials`, each of which has the probability `p`:
 * Σ C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, exact but for rounding. Logarithms keep large numbers of trials in range.
 */
export function binomialTail(atLeast: number, trials: number, p: number): number {
  if (atLeast <= 0) return 1;
  if (atLeast > trials || p <= 0) return 0;
  if (p >= 1) return 1;
  const lnFirst =
    lnGamma(trials + 1) -
    lnGamma(atLeast + 1) -
    lnGamma(trials - atLeast + 1) +
    atLeast * Math.log(p) +
    (trials - atLeast) * Math.log1p(-p);
  let term = 1;
  let sum = 1;
  for (let k = atLeast; k < trials; k += 1) {
    term *= ((trials - k) / (k + 1)) * (p / (1 - p));
    sum += term;
    // Past the mean each term is smaller than the one before.
    if (term < sum * 1e-12 && k > trials * p) break;
  }
  return Math.min(1, Math.exp(lnFirst + Math.log(sum)));
}

/**
 * ln Γ(x) for x > 0, to about 10⁻¹⁰: the approximation of C. Lanczos, "A precision approximation of the
 * gamma function", SIAM J. Numer. Anal. 1 (1964), 86–96, with g = 5 and the six coefficients given there.
 */
function lnGamma(x: number): number {
  const shifted = x + 5.5;
  const series = lanczos.reduce(
    (sum, coefficient, index) => sum + coefficient / (x + 1 + index),
    1.000000000190015,
  );
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}

const lanczos = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155,
  0.001208650973866179, -0.000005395239384953,
] as const;
