import 'server-only';
import { errorFields } from '@agent/process';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { checkOrigin } from '../http/check-origin.ts';
import { countedCookie } from '../http/cookies.ts';
import { readBody } from '../http/read-json.ts';
import { asProblem, problemResponse } from '../http/respond.ts';
import { Problem } from '../problem.ts';
import { services as processServices, type Services } from '../services.ts';
import { authOptions } from './auth-options.ts';
import { idleSeconds } from './session.ts';
import { signOut } from './sign-out.ts';

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth our pages use. The rest, such as its log for browsers, does not exist here. */
const offered: ReadonlySet<string> = new Set([
  'GET providers',
  'GET csrf',
  'GET session',
  // Where its script sends people when it fails; it leads to our page.
  'GET error',
  'GET signin',
  'POST callback/credentials',
  'POST signout',
]);

/** Handler of `/api/auth/*`: next-auth behind our checks of what is asked, of origin and of size. */
export async function authHandler(request: NextRequest, context: AuthContext): Promise<Response> {
  const services = processServices();
  const startedAt = performance.now();
  const { method } = request;
  const response = await answer(services, request, context).catch((error: unknown) => {
    const problem = asProblem(error);
    if (problem.status >= 500) services.log.error(errorFields(error), 'sign-in request failed');
    return problemResponse(problem);
  });
  services.meters.httpSeconds.observe(
    { route: '/api/auth/*', method, status: response.status },
    (performance.now() - startedAt) / 1000,
  );
  return response;
}

async function answer(
  services: Services,
  request: NextRequest,
  context: AuthContext,
): Promise<Response> {
  const action = `${request.method} ${(await context.params).nextauth.join('/')}`;
  if (!offered.has(action)) throw Problem.notFound('There is nothing at this address.');
  if (request.method === 'GET') return askNextAuth(services, request, context);
  checkOrigin(request, services.env.NEXTAUTH_URL);
  const body = await readBody(request);
  const { url, headers, method } = request;
  if (action === 'POST signout') await signOut(services, headers);
  return askNextAuth(services, new NextRequest(url, { method, headers, body }), context);
}

/**
 * Lets next-auth answer. A problem that it takes for the end of the session, and would clear the cookie
 * for, is answered as what it is; of one that kept somebody from signing in the page reads the code.
 */
async function askNextAuth(
  services: Services,
  request: NextRequest,
  context: AuthContext,
): Promise<Response> {
  let problem: Problem | undefined;
  const options = authOptions(services, (met) => {
    problem ??= met;
  });
  const handler = NextAuth(options) as (
    request: NextRequest,
    context: AuthContext,
  ) => Promise<Response>;
  const response = withoutDates(await handler(request, context));
  if (!problem) return response;
  if (request.method === 'GET') return problemResponse(problem);
  const headers = new Headers(response.headers);
  const { retryAfterSeconds } = problem.details;
  if (retryAfterSeconds) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(response.body, { status: problem.status, headers });
}

/** next-auth dates its cookies by the clock of this machine; one that is behind would lose them at once. */
function withoutDates(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  for (const dated of response.headers.getSetCookie()) {
    headers.append('set-cookie', countedCookie(dated, idleSeconds));
  }
  return new Response(response.body, { status: response.status, headers });
}
