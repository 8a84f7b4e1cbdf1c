import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ApiError } from './api-error.ts';

/** Lets only requests with the right bearer token pass; without a key set, everybody. */
export function requireApiKey(apiKey: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.header('authorization')?.replace(/^bearer /i, '') ?? '';
    if (apiKey !== undefined && !isSame(given, apiKey)) {
      const message = 'The API key is missing or wrong.';
      throw new ApiError({ status: 401, code: 'invalid_api_key', message });
    }
    await next();
  };
}

/** Compares digests, so that neither the length nor the first wrong character shows in the time. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
