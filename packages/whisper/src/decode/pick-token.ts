/** The token a greedy decoder takes, with its log-probability among those allowed. */
export interface Pick {
  readonly token: number;
  readonly logProbability: number;
}

/** e^-20 adds nothing to a sum that starts at 1; skipping such terms skips most of the work. */
const NEGLIGIBLE = -20;

/** Takes the best of the tokens 0…`lastAllowed` that is not suppressed; overwrites the row. */
export function pickToken(
  row: Float32Array,
  lastAllowed: number,
  ...suppressed: ReadonlyArray<readonly number[]>
): Pick {
  for (const tokens of suppressed) for (const token of tokens) row[token] = -Infinity;
  const allowed = row.subarray(0, lastAllowed + 1);
  const token = indexOfMaximum(allowed);
  return { token, logProbability: -logSumRelativeTo(allowed, allowed[token] ?? 0) };
}

/** The softmax probability of one token over the whole row. */
export function probabilityOf(row: Float32Array, token: number): number {
  const peak = row[indexOfMaximum(row)] ?? 0;
  return Math.exp((row[token] ?? -Infinity) - peak - logSumRelativeTo(row, peak));
}

/** Position of the greatest value. */
export function indexOfMaximum(row: Float32Array): number {
  let best = 0;
  let bestValue = -Infinity;
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] as number;
    if (value > bestValue) {
      bestValue = value;
      best = index;
    }
  }
  return best;
}

function logSumRelativeTo(row: Float32Array, peak: number): number {
  let sum = 0;
  for (let index = 0; index < row.length; index += 1) {
    const difference = (row[index] as number) - peak;
    if (difference > NEGLIGIBLE) sum += Math.exp(difference);
  }
  return Math.log(sum);
}
