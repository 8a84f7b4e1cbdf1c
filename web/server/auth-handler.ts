import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth-options.ts';
import { checkOrigin } from './http/check-origin.ts';
import { readBody } from './http/read-json.ts';
import { asProblem, problemResponse } from './http/respond.ts';
import { errorFields } from './log.ts';
import { services as processServices } from './services.ts';

/** Handler of `/api/auth/*`: next-auth behind our checks of origin and size. */
export async function authHandler(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const services = processServices();
  const startedAt = performance.now();
  const { method } = request;
  const response = await answer(request, context).catch((error: unknown) => {
    const problem = asProblem(error);
    if (problem.status >= 500) services.log.error(errorFields(error), 'sign-in request failed');
    return problemResponse(problem);
  });
  services.metrics.httpSeconds.observe(
    { route: '/api/auth/*', method, status: response.status },
    (performance.now() - startedAt) / 1000,
  );
  return response;
}

async function answer(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const services = processServices();
  const handler = NextAuth(authOptions(services)) as (
    request: NextRequest,
    context: { params: Promise<{ nextauth: string[] }> },
  ) => Promise<Response>;
  if (request.method === 'GET') return handler(request, context);
  checkOrigin(request, services.env.NEXTAUTH_URL);
  const body = await readBody(request);
  const { url, headers, method } = request;
  return handler(new NextRequest(url, { method, headers, body }), context);
}
