/** Why this package refuses something, or cannot do it. */
export type RecordingErrorReason =
  | 'too-many-codecs'
  | 'codec-failed'
  | 'invalid-master-key'
  | 'unknown-master-key'
  | 'damaged-key'
  | 'not-sealed'
  | 'invalid-object-name'
  | 'store-unavailable'
  | 'store-refused';

/** The one error class of this package. Its message never holds a key or a part of one. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly reason: RecordingErrorReason;
  /** Whether the same may succeed later. */
  readonly retryable: boolean;

  private constructor(reason: RecordingErrorReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
    this.retryable = reason === 'store-unavailable';
  }

  /** More encoders and decoders are open than the library has memory for. */
  static tooManyCodecs(open: number): RecordingError {
    return new RecordingError('too-many-codecs', `${open} codecs are open already.`);
  }

  /** libopus refused; `code` is its own. */
  static codecFailed(what: 'encode' | 'decode' | 'set', code: number): RecordingError {
    return new RecordingError('codec-failed', `Opus could not ${what}: ${code}.`);
  }

  static invalidMasterKey(): RecordingError {
    return new RecordingError('invalid-master-key', 'A master key is 32 bytes in base64.');
  }

  /** The key of a recording was wrapped by a master key that is not among the given ones. */
  static unknownMasterKey(): RecordingError {
    return new RecordingError('unknown-master-key', 'No given master key wrapped this key.');
  }

  /** The wrapped key was changed, or belongs to another recording. */
  static damagedKey(cause: unknown): RecordingError {
    return new RecordingError(
      'damaged-key',
      'The wrapped key is not the one of this recording.',
      cause,
    );
  }

  static notSealed(name: string): RecordingError {
    return new RecordingError('not-sealed', `${name} does not begin as a sealed object does.`);
  }

  static invalidObjectName(name: string): RecordingError {
    return new RecordingError('invalid-object-name', `"${name}" cannot be the name of an object.`);
  }

  /** The store does not answer, or says that it cannot now. */
  static storeUnavailable(cause?: unknown): RecordingError {
    return new RecordingError('store-unavailable', 'The store of recordings is away.', cause);
  }

  /** The store answered that it will not: keys, rights, a bucket that is not there. */
  static storeRefused(status: number): RecordingError {
    return new RecordingError('store-refused', `The store of recordings refused: ${status}.`);
  }
}

/** Tells an error of this package, and with `reason` this one, whichever bundle made it. */
export function isRecordingError(
  error: unknown,
  reason?: RecordingErrorReason,
): error is RecordingError {
  if (!(error instanceof Error) || error.name !== 'RecordingError') return false;
  return reason === undefined || ('reason' in error && error.reason === reason);
}
