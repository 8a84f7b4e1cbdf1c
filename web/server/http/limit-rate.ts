import 'server-only';
import { type RateLimit, takeRateLimit } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Takes one hit from a limit; when it is used up, refuses with `message` and the time to wait. */
export async function limitRate(
  { db }: Pick<Services, 'db'>,
  key: string,
  limit: RateLimit,
  message: string,
): Promise<void> {
  if (await takeRateLimit(db, key, limit)) return;
  throw Problem.tooManyRequests(message, limit.windowMs / 1_000);
}
