import type { ModelTrouble } from '@agent/protocol';

/**
 * Everything that can go wrong between us and a model. `aborted`: we gave up ourselves; `unfit-answer`:
 * it answered as asked, but what may not be put into an agent's mouth. Neither is a trouble of the model.
 */
export type SuggesterErrorReason = ModelTrouble | 'aborted' | 'unfit-answer';

/** The only error a `Suggester` throws. Its message never holds words of a call. */
export class SuggesterError extends Error {
  override readonly name = 'SuggesterError';
  readonly reason: SuggesterErrorReason;

  private constructor(reason: SuggesterErrorReason, options: ErrorOptions = {}) {
    super(`Suggester: ${reason}.`, options);
    this.reason = reason;
  }

  static timeout = (options?: ErrorOptions) => new SuggesterError('timeout', options);
  static rateLimited = (options?: ErrorOptions) => new SuggesterError('rate-limited', options);
  static quotaExhausted = (options?: ErrorOptions) =>
    new SuggesterError('quota-exhausted', options);
  static unauthorised = (options?: ErrorOptions) => new SuggesterError('unauthorised', options);
  static unavailable = (options?: ErrorOptions) => new SuggesterError('unavailable', options);
  /** `why` is a fixed phrase for the log. */
  static malformedAnswer = (why: string) =>
    new SuggesterError('malformed-answer', { cause: new Error(why) });
  /** `why` is a fixed phrase for the log. */
  static unfitAnswer = (why: string) =>
    new SuggesterError('unfit-answer', { cause: new Error(why) });
  static aborted = () => new SuggesterError('aborted');
}
