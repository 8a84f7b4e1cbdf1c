import 'server-only';
import { errorFields } from '@agent/process';
import { type CallId, callIdSchema } from '@agent/protocol';
import { isStoreError } from '@agent/store';
import type { z } from 'zod';
import { admit } from './access/admit.ts';
import { type RouteName, routeAccess } from './access/route-access.ts';
import { type ReadSession, renewedCookie } from './access/session.ts';
import { readViewer, type Viewer } from './access/viewer.ts';
import { checkOrigin } from './http/check-origin.ts';
import { checked, readJson } from './http/read-json.ts';
import { asProblem, problemResponse } from './http/respond.ts';
import { Problem } from './problem.ts';
import { services as processServices, type Services } from './services.ts';

/** What a route handler works with. */
export interface RouteInput {
  services: Services;
  viewer: Viewer;
  request: Request;
  url: URL;
  /** Address of the client, for rate limits. */
  address: string;
  /** The call named in the path; a path without one has no such call. */
  callId: CallId;
  /** A variable part of the path; one that the schema refuses names nothing that exists. */
  param<S extends z.ZodType>(name: string, schema: S): z.output<S>;
  /** The query, each name with its last value. */
  query<S extends z.ZodType>(schema: S): z.output<S>;
  /** What was sent; not a byte is read before. */
  body<S extends z.ZodType>(schema: S): Promise<z.output<S>>;
}

/** The variable parts of a path; a path without any has none. */
type PathParams = Record<string, string | string[] | undefined> | undefined;

/** A handler as Next calls it. */
export type NextHandler = (
  request: Request,
  context: { params: Promise<PathParams> },
) => Promise<Response>;

/** What `{id}` stands for a call in. */
const callPatterns = ['/api/calls/{id}', '/api/sessions/{id}'];
const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Makes a handler of `run`: who asks and whether they may (`routeAccess`), from where, errors as answers,
 * the meter and the renewal of the session are the same for all. The path of `name` names the route in
 * meters and logs.
 */
export function route(
  name: RouteName,
  run: (input: RouteInput) => Response | Promise<Response>,
): NextHandler {
  const pattern = name.slice(name.indexOf(' ') + 1);
  return async (request, { params }) => {
    const services = processServices();
    const startedAt = performance.now();
    const path = await params;
    const callId = callPatterns.some((one) => pattern.startsWith(one))
      ? pathCallId(path)
      : undefined;
    const response = await answer(services, request, { name, path, run }).catch((error: unknown) =>
      refuse(services, error, { route: pattern, method: request.method, callId }),
    );
    services.meters.httpSeconds.observe(
      { route: pattern, method: request.method, status: response.status },
      (performance.now() - startedAt) / 1000,
    );
    return response;
  };
}

interface Asking {
  name: RouteName;
  path: PathParams;
  run: (input: RouteInput) => Response | Promise<Response>;
}

async function answer(
  services: Services,
  request: Request,
  { name, path, run }: Asking,
): Promise<Response> {
  if (!readingMethods.has(request.method)) checkOrigin(request, services.env.NEXTAUTH_URL);
  const { viewer, read } = await readViewer(services, request.headers);
  const callId = () => {
    const id = pathCallId(path);
    if (!id) throw Problem.notFound();
    return id;
  };
  await admit(services, { access: routeAccess[name], viewer, callId });
  const url = new URL(request.url);
  const response = await run({
    services,
    viewer,
    request,
    url,
    address: viewer.address,
    get callId() {
      return callId();
    },
    param: (name, schema) => pathParam(path, name, schema),
    query: (schema) => checked(schema, Object.fromEntries(url.searchParams)),
    body: (schema) => readJson(request, schema),
  });
  return renewing(services, read, response);
}

function pathCallId(path: PathParams): CallId | undefined {
  return callIdSchema.safeParse(path?.id).data;
}

function pathParam<S extends z.ZodType>(path: PathParams, name: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(path?.[name]);
  if (!parsed.success) throw Problem.notFound('There is nothing at this address.');
  return parsed.data;
}

async function renewing(
  services: Services,
  read: ReadSession | undefined,
  response: Response,
): Promise<Response> {
  const cookie = read && (await renewedCookie(services, read));
  if (cookie) response.headers.append('set-cookie', cookie);
  return response;
}

function refuse(
  { log, meters }: Services,
  error: unknown,
  where: { route: string; method: string; callId: CallId | undefined },
): Response {
  const problem = asProblem(error);
  if (problem.code === 'internal') log.error({ ...where, ...errorFields(error) }, 'request failed');
  if (problem.code === 'unavailable') {
    log.warn({ ...where, ...errorFields(error) }, 'request not possible now');
  }
  if (isStoreError(error, 'event-id-taken')) {
    meters.takenEventIds.inc();
    log.error({ ...where, ...errorFields(error) }, 'event refused');
  }
  return problemResponse(problem);
}
