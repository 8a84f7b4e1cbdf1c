import { normaliseWords } from './normalise.ts';

/** One step of an alignment; both indexes count words, null where the other side has one more. */
export interface AlignedPair {
  referenceIndex: number | null;
  hypothesisIndex: number | null;
  equal: boolean;
}

/** How a hypothesis differs from its reference, in words. */
export interface WordErrors {
  referenceWords: number;
  substitutions: number;
  insertions: number;
  deletions: number;
  /** Errors per reference word; 0 for two empty texts, Infinity for words where there were none. */
  rate: number;
}

/** Options of `alignWords`. */
export interface AlignOptions {
  /** The reference may go on after the hypothesis at no cost: the hypothesis is a text so far. Default false. */
  openEnd?: boolean;
}

/** Costs of one step. A substitution is dearer by a hair: of equally short paths the one with more equal words wins. */
const GAP = 1000;
const SUBSTITUTION = 1001;

/** Counts the word errors of a recognised text against what was spoken, after normalisation. */
export function wordErrors(reference: string, hypothesis: string): WordErrors {
  const referenceWords = normaliseWords(reference);
  return countErrors(referenceWords.length, alignWords(referenceWords, normaliseWords(hypothesis)));
}

/** Adds up the errors of several texts. */
export function sumWordErrors(parts: readonly WordErrors[]): WordErrors {
  const sum = (key: keyof WordErrors) => parts.reduce((total, part) => total + part[key], 0);
  const counts = {
    referenceWords: sum('referenceWords'),
    substitutions: sum('substitutions'),
    insertions: sum('insertions'),
    deletions: sum('deletions'),
  };
  return { ...counts, rate: rateOf(counts) };
}

/** Pairs words by the least number of insertions, deletions and substitutions, in order. */
export function alignWords(
  reference: readonly string[],
  hypothesis: readonly string[],
  options: AlignOptions = {},
): AlignedPair[] {
  const costs = costTable(reference, hypothesis);
  let r = options.openEnd ? cheapestEnd(costs, hypothesis.length) : reference.length;
  let h = hypothesis.length;
  const pairs: AlignedPair[] = [];
  while (r > 0 || h > 0) {
    const equal = r > 0 && h > 0 && reference[r - 1] === hypothesis[h - 1];
    const here = costAt(costs, r, h);
    if (r > 0 && h > 0 && here === costAt(costs, r - 1, h - 1) + (equal ? 0 : SUBSTITUTION)) {
      r -= 1;
      h -= 1;
      pairs.push({ referenceIndex: r, hypothesisIndex: h, equal });
    } else if (h > 0 && here === costAt(costs, r, h - 1) + GAP) {
      h -= 1;
      pairs.push({ referenceIndex: null, hypothesisIndex: h, equal: false });
    } else {
      r -= 1;
      pairs.push({ referenceIndex: r, hypothesisIndex: null, equal: false });
    }
  }
  return pairs.reverse();
}

function costTable(reference: readonly string[], hypothesis: readonly string[]): number[][] {
  const costs = [Array.from({ length: hypothesis.length + 1 }, (_, h) => h * GAP)];
  for (let r = 1; r <= reference.length; r++) {
    const row = [r * GAP];
    for (let h = 1; h <= hypothesis.length; h++) {
      const step = reference[r - 1] === hypothesis[h - 1] ? 0 : SUBSTITUTION;
      row.push(
        Math.min(
          costAt(costs, r - 1, h - 1) + step,
          costAt(costs, r - 1, h) + GAP,
          (row[h - 1] ?? 0) + GAP,
        ),
      );
    }
    costs.push(row);
  }
  return costs;
}

function costAt(costs: readonly number[][], r: number, h: number): number {
  return costs[r]?.[h] ?? Number.POSITIVE_INFINITY;
}

function cheapestEnd(costs: readonly number[][], hypothesisLength: number): number {
  let best = 0;
  for (let r = 1; r < costs.length; r++) {
    if (costAt(costs, r, hypothesisLength) < costAt(costs, best, hypothesisLength)) best = r;
  }
  return best;
}

function countErrors(referenceWords: number, pairs: readonly AlignedPair[]): WordErrors {
  const counts = { referenceWords, substitutions: 0, insertions: 0, deletions: 0 };
  for (const pair of pairs) {
    if (pair.equal) continue;
    if (pair.referenceIndex === null) counts.insertions += 1;
    else if (pair.hypothesisIndex === null) counts.deletions += 1;
    else counts.substitutions += 1;
  }
  return { ...counts, rate: rateOf(counts) };
}

function rateOf(counts: Omit<WordErrors, 'rate'>): number {
  const errors = counts.substitutions + counts.insertions + counts.deletions;
  return errors === 0 ? 0 : errors / counts.referenceWords;
}
