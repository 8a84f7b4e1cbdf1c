import { type NextRequest, NextResponse } from 'next/server';
import { env } from './server/env.ts';
import { contentSecurityPolicy } from './server/http/security-headers.ts';

/**
 * Gives each page its content security policy with a fresh nonce, which Next puts on its scripts.
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
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|healthz|readyz|metrics|favicon.ico).*)'],
};
