import type { Features } from './features.ts';

/** A turn whose label is known. */
export interface Lesson {
  features: Features;
  label: string;
}

/** Tells how well each label fits: shares that add up to 1. */
export type Classifier = (features: Features) => ReadonlyMap<string, number>;

/** Times that all lessons are gone through; more learns them by heart. */
const ROUNDS = 7;
/** Adagrad (Duchi et al. 2011): its step, and what keeps the first steps small. */
const STEP = 1;
const DAMPING = 0.1;
/** Less is not worth the time. */
const MIN_ERROR = 0.005;
/** Jumping by a prime mixes the labels without chance. */
const STRIDE = 7919;
/** What only one lesson has says nothing about others. */
const MIN_LESSONS = 2;
const VISITS_A_STEP = 200;

/** Learns labels by softmax regression, in steps; the same lessons always teach the same. */
export function* learnSteps(lessons: readonly Lesson[]): Generator<void, Classifier> {
  const labels = [...new Set(lessons.map(({ label }) => label))];
  const rows = rowsOf(lessons);
  const weights = new Float32Array(rows.size * labels.length);
  const squares = new Float32Array(weights.length).fill(DAMPING);
  const shares = new Float64Array(labels.length);
  const encoded = lessons.map(({ features, label }) => ({
    terms: encode(features, rows),
    target: labels.indexOf(label),
  }));
  for (let visit = 0; visit < ROUNDS * encoded.length; visit += 1) {
    const { terms, target } = encoded[(visit * STRIDE) % encoded.length] as (typeof encoded)[0];
    fillShares(shares, weights, terms);
    shares[target] = (shares[target] as number) - 1;
    for (const { row, amount } of terms) adjust(weights, squares, shares, row, amount);
    if (visit % VISITS_A_STEP === 0) yield;
  }
  return (features) => {
    const fitting = new Float64Array(labels.length);
    fillShares(fitting, weights, encode(features, rows));
    return new Map(labels.map((label, index) => [label, fitting[index] as number]));
  };
}

interface Term {
  row: number;
  /** The features of a turn have the length 1 together. */
  amount: number;
}

function rowsOf(lessons: readonly Lesson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of lessons) {
    for (const key of features.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= MIN_LESSONS);
  return new Map(shared.map(([key], row) => [key, row]));
}

/** Features that no lesson had count for the length, so that what is strange is unsure. */
function encode(features: Features, rows: ReadonlyMap<string, number>): Term[] {
  const length = Math.hypot(...features.values());
  const terms: Term[] = [];
  for (const [key, amount] of features) {
    const row = rows.get(key);
    if (row !== undefined) terms.push({ row, amount: amount / length });
  }
  return terms;
}

function fillShares(shares: Float64Array, weights: Float32Array, terms: readonly Term[]): void {
  const width = shares.length;
  shares.fill(0);
  for (const { row, amount } of terms) {
    const from = row * width;
    for (let index = 0; index < width; index += 1) {
      shares[index] = (shares[index] as number) + (weights[from + index] as number) * amount;
    }
  }
  let sum = 0;
  for (let index = 0; index < width; index += 1) {
    const exponential = Math.exp(shares[index] as number);
    shares[index] = exponential;
    sum += exponential;
  }
  for (let index = 0; index < width; index += 1) shares[index] = (shares[index] as number) / sum;
}

function adjust(
  weights: Float32Array,
  squares: Float32Array,
  errors: Float64Array,
  row: number,
  amount: number,
): void {
  const from = row * errors.length;
  for (let index = 0; index < errors.length; index += 1) {
    const error = errors[index] as number;
    if (Math.abs(error) < MIN_ERROR) continue;
    const slope = error * amount;
    const square = (squares[from + index] as number) + slope * slope;
    squares[from + index] = square;
    weights[from + index] = (weights[from + index] as number) - (STEP * slope) / Math.sqrt(square);
  }
}
