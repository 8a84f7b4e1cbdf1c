import 'server-only';
import type { ApiError } from '@agent/protocol';
import { isStoreError, isUnavailable } from '@agent/store';
import { isProblem, Problem } from '../problem.ts';

const takenMessage = 'Something else was sent under this id before.';
const neverStored = { 'cache-control': 'no-store' };

/** An answer with a body, which no cache may keep. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: neverStored });
}

/** An answer without a body. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: neverStored });
}

/** The refusal an error becomes; whatever is not meant for readers becomes `internal`. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  if (isStoreError(error, 'event-id-taken')) return Problem.conflict(takenMessage);
  return isUnavailable(error) ? Problem.unavailable() : Problem.internal();
}

/** A refusal as an answer. */
export function problemResponse(problem: Problem): Response {
  const { fields, retryAfterSeconds } = problem.details;
  const body: ApiError = {
    error: { code: problem.code, message: problem.message, ...(fields && { fields }) },
  };
  const response = json(body, problem.status);
  if (retryAfterSeconds) response.headers.set('retry-after', String(retryAfterSeconds));
  return response;
}
