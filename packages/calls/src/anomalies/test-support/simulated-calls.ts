import type { StretchSums } from '../call-stretch.ts';

/** One call of a simulated centre. Times in bins after the one in which it was queued. */
export interface SimulatedCall {
  settledAfter: number;
  isAbandoned: boolean;
  closedAfter: number;
  handleMs: number;
  rating: number | undefined;
  sentiment: number | undefined;
}

/** Calls in the order of their bins, added up so that any stretch of them is a difference of two sums. */
export interface SimulatedCalls {
  add(bin: number, call: SimulatedCall): void;
  /** Of the calls queued in the bins `[from, to)`: their sums, as things stood at the end of these. */
  sumsOf(from: number, to: number): StretchSums;
}

/** After so many bins every call is over. */
const longestCallBins = 36;
/** What a call adds once it is settled, and once it is closed. */
const settling = ['settled', 'abandoned'] as const;
const closing = [
  ...(['closed', 'handleMs', 'lnHandle', 'lnHandleSquares', 'rated', 'ratings'] as const),
  ...(['ratingSquares', 'scored', 'sentiment', 'sentimentSquares'] as const),
];
const width = settling.length + closing.length;

/** Room for the calls of so many bins. */
export function createSimulatedCalls(bins: number, mostCalls: number): SimulatedCalls {
  // Row `i` is the sum of all calls before the i-th.
  const sums = new Float64Array((mostCalls + 1) * width);
  const firstOfBin = new Int32Array(bins + 1);
  const settledIn = new Int32Array(mostCalls);
  const closedIn = new Int32Array(mostCalls);
  let count = 0;
  let lastBin = 0;
  return { add, sumsOf };

  function add(bin: number, call: SimulatedCall): void {
    while (lastBin < bin) firstOfBin[++lastBin] = count;
    const row = count * width;
    addsOf(call).forEach((adds, field) => {
      sums[row + width + field] = (sums[row + field] ?? 0) + adds;
    });
    settledIn[count] = bin + call.settledAfter;
    closedIn[count] = bin + call.closedAfter;
    count += 1;
  }

  function sumsOf(from: number, to: number): StretchSums {
    const start = startOf(from);
    const end = startOf(to);
    const found = new Float64Array(width);
    addRows(found, { from: start, to: end, times: 1, fields: [0, width] });
    for (let call = Math.max(start, startOf(to - longestCallBins)); call < end; call += 1) {
      const one = { from: call, to: call + 1, times: -1 };
      if ((settledIn[call] ?? 0) >= to) addRows(found, { ...one, fields: [0, settling.length] });
      if ((closedIn[call] ?? 0) >= to) addRows(found, { ...one, fields: [settling.length, width] });
    }
    const at = (field: number) => found[field] ?? 0;
    return {
      ...{ offered: end - start, settled: at(0), abandoned: at(1), closed: at(2) },
      ...{ handleMs: at(3), lnHandle: at(4), lnHandleSquares: at(5) },
      ...{ rated: at(6), ratings: at(7), ratingSquares: at(8) },
      ...{ scored: at(9), sentiment: at(10), sentimentSquares: at(11) },
    };
  }

  function addRows(
    found: Float64Array,
    rows: { from: number; to: number; times: number; fields: [number, number] },
  ): void {
    for (let field = rows.fields[0]; field < rows.fields[1]; field += 1) {
      const sum = (sums[rows.to * width + field] ?? 0) - (sums[rows.from * width + field] ?? 0);
      found[field] = (found[field] ?? 0) + rows.times * sum;
    }
  }

  function startOf(bin: number): number {
    if (bin > lastBin) return count;
    return firstOfBin[Math.max(0, bin)] ?? 0;
  }
}

function addsOf({ isAbandoned, handleMs, rating, sentiment }: SimulatedCall): number[] {
  const talked = isAbandoned ? 0 : 1;
  const ln = isAbandoned ? 0 : Math.log(handleMs);
  return [
    ...[1, 1 - talked, talked, talked * handleMs, ln, ln ** 2],
    ...[rating === undefined ? 0 : 1, rating ?? 0, (rating ?? 0) ** 2],
    ...[sentiment === undefined ? 0 : 1, sentiment ?? 0, (sentiment ?? 0) ** 2],
  ];
}
