/** Why bytes could not be read as speech; a closed list. */
export type AudioErrorReason =
  | 'not-wav'
  | 'other-format'
  | 'broken-header'
  | 'unsupported-codec'
  | 'unsupported-layout'
  | 'truncated'
  | 'not-a-number'
  | 'too-short'
  | 'too-long';

/** Audio that cannot be transcribed, with a sentence that can be shown to the caller. */
export class AudioError extends Error {
  override readonly name = 'AudioError';
  readonly reason: AudioErrorReason;

  constructor(reason: AudioErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }

  /** Bytes that are no RIFF/WAVE file; `found` names the format where it is recognised. */
  static notWav(found: string | undefined): AudioError {
    const what = found === undefined ? 'The file is not WAV audio.' : `The file is ${found}.`;
    const reason = found === undefined ? 'not-wav' : 'other-format';
    return new AudioError(reason, `${what} This server reads WAV (PCM or 32-bit float) only.`);
  }

  /** A WAV whose header contradicts itself or misses a part. */
  static brokenHeader(detail: string): AudioError {
    return new AudioError('broken-header', `The WAV header is broken: ${detail}.`);
  }

  /** A WAV that carries something other than plain PCM or 32-bit float. */
  static unsupportedCodec(detail: string): AudioError {
    return new AudioError(
      'unsupported-codec',
      `The WAV codec is not supported: ${detail}. Send 8, 16, 24 or 32-bit PCM or 32-bit float.`,
    );
  }
}
