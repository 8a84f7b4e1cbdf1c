import { type NextRequest, NextResponse } from 'next/server';
import { startCookie, startKey } from './server/access/start-cookie.ts';
import { env } from './server/env.ts';
import { contentSecurityPolicy } from './server/http/security-headers.ts';

/**
 * Gives each page its content security policy with a fresh nonce, which Next puts on its scripts, and
 * the browser of a customer the key of its next call.
 * Nobody is let in or kept out here: use cases do that.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    liveKitUrl: env().LIVEKIT_PUBLIC_URL,
    isDevelopment: env().NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const isCustomer = request.nextUrl.pathname === '/call';
  if (isCustomer && !startKey(request.headers)) {
    response.headers.append('set-cookie', startCookie(env(), crypto.randomUUID()));
  }
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image$|healthz$|readyz$|metrics$|favicon.ico$).*)'],
};
