/** A stretch of a call, in milliseconds since it was answered; `toMs` is after it. */
export interface CallSpan {
  fromMs: number;
  toMs: number;
}

/** The stretch with so much more on each side, from the call's beginning on. */
export function widened({ fromMs, toMs }: CallSpan, beforeMs: number, afterMs: number): CallSpan {
  return { fromMs: Math.max(0, fromMs - beforeMs), toMs: toMs + afterMs };
}

/** What of a stretch none of the others covers, in order. */
export function without(span: CallSpan, others: readonly CallSpan[]): CallSpan[] {
  let rest = [span];
  for (const { fromMs, toMs } of others) {
    rest = rest.flatMap((part) =>
      [
        { fromMs: part.fromMs, toMs: Math.min(part.toMs, fromMs) },
        { fromMs: Math.max(part.fromMs, toMs), toMs: part.toMs },
      ].filter((piece) => piece.toMs > piece.fromMs),
    );
  }
  return rest;
}
