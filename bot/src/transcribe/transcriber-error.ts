/** Everything that can go wrong between us and a transcriber. */
export type TranscriberErrorReason =
  | 'overloaded'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'timeout'
  | 'unavailable'
  | 'malformed-answer'
  | 'invalid-audio'
  | 'unauthorised'
  | 'superseded'
  | 'aborted';

const retryable: Readonly<Record<TranscriberErrorReason, boolean>> = {
  overloaded: true,
  'rate-limited': true,
  'quota-exhausted': false,
  timeout: true,
  unavailable: true,
  'malformed-answer': true,
  'invalid-audio': false,
  unauthorised: false,
  superseded: false,
  aborted: false,
};

interface Details {
  cause?: unknown;
  /** How long the transcriber asked us to wait. */
  retryAfterMs?: number | undefined;
}

/** The only error a `Transcriber` throws. Its message never holds words of a call. */
export class TranscriberError extends Error {
  override readonly name = 'TranscriberError';
  readonly reason: TranscriberErrorReason;
  /** Whether the same request may succeed if it is repeated soon. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  private constructor(reason: TranscriberErrorReason, details: Details = {}) {
    super(`Transcriber: ${reason}.`, { cause: details.cause });
    this.reason = reason;
    this.retryable = retryable[reason];
    this.retryAfterMs = details.retryAfterMs;
  }

  static overloaded = (details?: Details) => new TranscriberError('overloaded', details);
  static rateLimited = (details?: Details) => new TranscriberError('rate-limited', details);
  static quotaExhausted = (details?: Details) => new TranscriberError('quota-exhausted', details);
  static timeout = (details?: Details) => new TranscriberError('timeout', details);
  static unavailable = (details?: Details) => new TranscriberError('unavailable', details);
  static malformedAnswer = (details?: Details) => new TranscriberError('malformed-answer', details);
  static invalidAudio = (details?: Details) => new TranscriberError('invalid-audio', details);
  static unauthorised = (details?: Details) => new TranscriberError('unauthorised', details);
  static superseded = (details?: Details) => new TranscriberError('superseded', details);
  static aborted = (details?: Details) => new TranscriberError('aborted', details);
}
