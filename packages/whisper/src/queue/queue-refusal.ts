/** Why a job left the queue without being done; a closed list. */
export type RefusalReason = 'superseded' | 'overloaded' | 'full' | 'cancelled' | 'closed';

/** A job that the queue did not do. */
export class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
  readonly reason: RefusalReason;
  /** When asking again makes sense; absent where it never does. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: RefusalReason, message: string, retryAfterMs?: number) {
    super(message);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }

  /** A newer job of the same track made this one useless. */
  static superseded(): QueueRefusal {
    return new QueueRefusal('superseded', 'Newer audio of the same track replaced this interim.');
  }

  /** Interims are the first load to shed. */
  static overloaded(retryAfterMs: number): QueueRefusal {
    const message = 'More audio waits than can be decoded in time; interims are refused first.';
    return new QueueRefusal('overloaded', message, retryAfterMs);
  }

  /** Even finals have a bound: the memory of the machine. */
  static full(retryAfterMs: number): QueueRefusal {
    return new QueueRefusal('full', 'The memory for waiting audio is used up.', retryAfterMs);
  }

  /** The client hung up. */
  static cancelled(): QueueRefusal {
    return new QueueRefusal('cancelled', 'The client hung up.');
  }

  /** The server is stopping. */
  static closed(): QueueRefusal {
    return new QueueRefusal('closed', 'The server is stopping.', 1000);
  }
}
