/** Why an engine gave no text; a closed list. */
export type EngineErrorReason = 'cancelled' | 'crashed' | 'failed' | 'closed' | 'not-loadable';

/** A request that the engine could not answer, or models that it could not load. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly reason: EngineErrorReason;

  constructor(reason: EngineErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }

  /** The caller went away. */
  static cancelled(): EngineError {
    return new EngineError('cancelled', 'Nobody waits for this text any more.');
  }

  /** The engine was closed before or during the request. */
  static closed(): EngineError {
    return new EngineError('closed', 'The engine is closed.');
  }
}
