import 'server-only';
import { errorFields } from '@agent/process';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { checkOrigin } from '../http/check-origin.ts';
import { clientAddress } from '../http/client-address.ts';
import { countedCookie } from '../http/cookies.ts';
import { limitRate } from '../http/limit-rate.ts';
import { readBody } from '../http/read-json.ts';
import { asProblem, problemResponse } from '../http/respond.ts';
import { Problem } from '../problem.ts';
import { services as processServices, type Services } from '../services.ts';
import { authOptions } from './auth-options.ts';
import { idleSeconds } from './session.ts';
import { signOut } from './sign-out.ts';
import { problemPage, SINGLE_SIGN_ON } from './single-sign-on.ts';
import { singleSignOnOf } from './single-sign-on-env.ts';

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

/** What more there is where people can sign in elsewhere. */
const offeredElsewhere: ReadonlySet<string> = new Set([
  `POST signin/${SINGLE_SIGN_ON}`,
  `GET callback/${SINGLE_SIGN_ON}`,
]);

/** So many people of one address may come by single sign-on; each costs requests to the provider. */
const limit = { limit: 120, windowMs: 60_000 };

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
  const isElsewhere = offeredElsewhere.has(action) && singleSignOnOf(services.env) !== undefined;
  if (!offered.has(action) && !isElsewhere) {
    throw Problem.notFound('There is nothing at this address.');
  }
  if (request.method === 'GET') {
    return isElsewhere
      ? comeBack(services, request, context)
      : askNextAuth(services, request, context);
  }
  checkOrigin(request, services.env.NEXTAUTH_URL);
  if (isElsewhere) await limitElsewhere(services, request);
  const body = await readBody(request);
  const { url, headers, method } = request;
  if (action === 'POST signout') await signOut(services, headers);
  return askNextAuth(services, new NextRequest(url, { method, headers, body }), context);
}

/** Answers somebody whom the provider has sent: by a page, also when there is a problem. */
async function comeBack(
  services: Services,
  request: NextRequest,
  context: AuthContext,
): Promise<Response> {
  try {
    await limitElsewhere(services, request);
  } catch (error) {
    const page = problemPage(
      asProblem(error).code === 'too-many-requests' ? 'too-fast' : 'unavailable',
    );
    return Response.redirect(new URL(page, services.env.NEXTAUTH_URL), 302);
  }
  return askNextAuth(services, request, context);
}

async function limitElsewhere(services: Services, { headers }: NextRequest): Promise<void> {
  const address = clientAddress(headers, services.env.TRUSTED_PROXY_HOPS);
  const message = 'Too many attempts. Wait a minute, then try again.';
  await limitRate(services, `single-sign-on:${address}`, limit, message);
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
  const address = clientAddress(request.headers, services.env.TRUSTED_PROXY_HOPS);
  const note = (met: Problem) => {
    problem ??= met;
  };
  const options = authOptions(services, note, address);
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
