/** `settling`: Postgres answers again, and the bots that serve calls have not had time to say so. */
export type OutagePhase = 'none' | 'away' | 'settling';

/** What is known of Postgres being away. */
export interface Outage {
  readonly phase: OutagePhase;
  /** Postgres did not answer. */
  began(): void;
  /** Postgres answers again. */
  ended(): void;
  /** Forgets everything. Closing twice is harmless. */
  close(): void;
}

/**
 * Follows outages of Postgres. They outlive the leases of every bot, so for `settleMs` after one a
 * lease that has run out does not mean that nobody serves the call.
 */
export function createOutage(settleMs: number): Outage {
  let phase: OutagePhase = 'none';
  let settling: NodeJS.Timeout | undefined;
  const enter = (next: OutagePhase) => {
    clearTimeout(settling);
    phase = next;
  };
  return {
    get phase() {
      return phase;
    },
    began: () => enter('away'),
    ended() {
      enter('settling');
      settling = setTimeout(() => enter('none'), settleMs);
    },
    close: () => enter('none'),
  };
}
