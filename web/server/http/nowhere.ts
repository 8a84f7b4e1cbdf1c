import 'server-only';
import { Problem } from '../problem.ts';
import { problemResponse } from './respond.ts';

/** Answers for addresses under `/api` where there is nothing. */
export function nowhere(): Response {
  return problemResponse(Problem.notFound('There is nothing at this address.'));
}
