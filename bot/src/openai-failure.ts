import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/** Who gave up on a request that was cut off. */
export interface CutOff {
  aborted: boolean;
  timedOut: boolean;
}

/** What a failure of the `openai` SDK says, whatever was asked for. */
export type OpenAiFailure =
  | { kind: 'aborted' | 'timeout' }
  | { kind: 'no-connection'; cause: unknown }
  | { kind: 'status'; status: number; code: string | undefined; retryAfterMs: number | undefined }
  /** An error in the middle of a streamed answer. */
  | { kind: 'broken-off'; code: string | undefined }
  /** No answer that the SDK could read. */
  | { kind: 'unreadable'; cause: unknown };

/** Reads a failure of the `openai` SDK. Nothing of it holds the server's own words. */
export function readOpenAiFailure(error: unknown, cutOff: CutOff): OpenAiFailure {
  if (cutOff.aborted) return { kind: 'aborted' };
  if (cutOff.timedOut) return { kind: 'timeout' };
  if (error instanceof APIUserAbortError) return { kind: 'aborted' };
  if (error instanceof APIConnectionTimeoutError) return { kind: 'timeout' };
  if (error instanceof APIConnectionError) return { kind: 'no-connection', cause: error };
  // What fetch throws when the connection breaks in the middle of an answer.
  if (error instanceof TypeError) return { kind: 'no-connection', cause: error };
  if (!(error instanceof APIError)) return { kind: 'unreadable', cause: error };
  const code = error.code ?? undefined;
  if (error.status === undefined) return { kind: 'broken-off', code };
  return { kind: 'status', status: error.status, code, retryAfterMs: retryAfterMs(error.headers) };
}

/** The finer of the two headers first; the standard one knows whole seconds only. */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const precise = headers?.get('retry-after-ms');
  const standard = headers?.get('retry-after');
  const ms = precise ? Number(precise) : Number(standard ?? Number.NaN) * 1000;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
