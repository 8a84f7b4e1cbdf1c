/** How long to wait for a model. */
export interface PatienceOptions {
  /** Till the first words, and between any two after them. */
  silenceMs: number;
  /** For the whole answer. */
  totalMs: number;
}

/** Aborts a request that keeps the agent waiting. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Something came: the silence is counted from here. */
  heard(): void;
  /** Waits no more. Calling it twice is harmless. */
  end(): void;
}

/** Starts to wait. */
export function createPatience({ silenceMs, totalMs }: PatienceOptions): Patience {
  const giveUp = new AbortController();
  const total = setTimeout(() => giveUp.abort(), totalMs);
  let silence = setTimeout(() => giveUp.abort(), silenceMs);
  return {
    signal: giveUp.signal,
    heard() {
      clearTimeout(silence);
      silence = setTimeout(() => giveUp.abort(), silenceMs);
    },
    end() {
      clearTimeout(total);
      clearTimeout(silence);
    },
  };
}
