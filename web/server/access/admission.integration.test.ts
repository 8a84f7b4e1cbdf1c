import { randomUUID } from 'node:crypto';
import type { CallId } from '@agent/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCall, callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, methodsOf, routeFiles, send } from '../test-support/send.ts';
import { cookiesOf, sessionHeader, type ViewerName, viewers } from '../test-support/viewers.ts';
import { type Access, type RouteName, routeAccess } from './route-access.ts';

/** Of whom a route takes a request further; each other viewer is refused before anything is read. */
const admitted: Record<Access, readonly ViewerName[]> = {
  anybody: viewers,
  account: ['owner', 'otherAgent', 'supervisor', 'admin'],
  agent: ['owner', 'otherAgent'],
  overseer: ['supervisor', 'admin'],
  side: ['customer', 'owner'],
  'call-customer': ['customer'],
  'call-agent': ['owner'],
  // Nobody listens yet.
  'call-reader': ['customer', 'owner'],
  'call-supervisor': ['supervisor', 'admin'],
  'desk-reader': ['owner'],
  // The call is going on.
  'session-reader': [],
  admin: ['admin'],
};

/** Files that answer by other means: next-auth, and whatever is nowhere. */
const others = ['api/auth/[...nextauth]/route.ts', 'api/[...path]/route.ts'];

const routes = (Object.keys(routeAccess) as RouteName[]).map((name) => {
  const [method = '', path = ''] = name.split(' ');
  const file = `${path.slice(1).replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
  return { name, method, file, access: routeAccess[name] as Access };
});

const refused = routes.flatMap((route) =>
  viewers
    .filter((viewer) => !admitted[route.access].includes(viewer))
    .map((viewer) => ({ ...route, viewer })),
);

let harness: Harness;
let callId: CallId;
let otherCallId: CallId;
beforeAll(async () => {
  harness = await startHarness();
  callId = (await callInState(harness, 'active')).id;
  otherCallId = (await addCall(harness)).call.id;
});
afterAll(() => harness.close());

/** A body that tells whether anybody has read of it. */
function watchedBody() {
  let isRead = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        isRead = true;
        controller.enqueue(new Uint8Array(1024));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, isRead: () => isRead };
}

async function sendUnread(request: { file: string; method: string; cookie: string }) {
  if (request.method === 'GET') return send({ ...request, callId });
  const body = watchedBody();
  const params = { suggestionId: randomUUID(), monitorId: randomUUID() };
  const response = await send({ ...request, callId, params, body: body.stream });
  expect(body.isRead()).toBe(false);
  return response;
}

describe('what is asked before anything of a request is read', () => {
  it('is written down for every route there is, and for no other', async () => {
    const files = routeFiles().filter((file) => file.startsWith('api/') && !others.includes(file));
    const found = await Promise.all(
      files.map(async (file) =>
        Object.keys(await methodsOf(file))
          .filter((method) => /^[A-Z]+$/.test(method))
          .map((method) => `${method} ${file}`),
      ),
    );
    expect(found.flat().sort()).toEqual(
      routes.map(({ method, file }) => `${method} ${file}`).sort(),
    );
  });

  it.each(refused)('$viewer may not: $name', async ({ file, method, viewer }) => {
    const cookie = await cookiesOf(harness, viewer, { callId, otherCallId });
    const response = await sendUnread({ file, method, cookie });
    const isNobody = viewer === 'anonymous' || viewer === 'disabled';
    if (isNobody) expect(response.status).toBe(401);
    else expect([401, 403, 404]).toContain(response.status);
    const expected = isNobody ? ['not-signed-in'] : ['not-signed-in', 'forbidden', 'not-found'];
    expect(expected).toContain((await errorOf(response)).code);
  });

  it('a query is looked at for those who may ask only', async () => {
    for (const file of ['api/customers/search/route.ts', 'api/calls/[id]/events/route.ts']) {
      const wrong = { file, method: 'GET', callId, query: '?query=&after=x' };
      expect((await send(wrong)).status, file).toBe(401);
      const cookie = await sessionHeader(harness, harness.people.owner);
      expect((await send({ ...wrong, cookie })).status, file).toBe(400);
    }
  });
});
