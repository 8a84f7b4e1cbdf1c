import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callInState } from './test-support/calls-in-state.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { errorOf, methodsOf, routeFiles, send } from './test-support/send.ts';
import { customerHeader, sessionHeader } from './test-support/viewers.ts';

/** What anybody may do, and what next-auth answers. */
const open = ['api/calls/route.ts', 'api/demo/route.ts', 'api/auth/[...nextauth]/route.ts'];
/** There for whatever is nowhere. */
const nowhere = 'api/[...path]/route.ts';

const changing = await Promise.all(
  routeFiles()
    .filter((file) => file.startsWith('api/') && file !== nowhere && !open.includes(file))
    .map(async (file) => {
      const methods = Object.keys(await methodsOf(file)).filter((name) =>
        /^(POST|PUT)$/.test(name),
      );
      return methods.map((method) => ({ file, method }));
    }),
).then((found) => found.flat());

let harness: Harness;
let callId: string;
beforeAll(async () => {
  harness = await startHarness();
  callId = (await callInState(harness, 'active')).id;
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

async function sendUnread(request: { file: string; method: string; cookie?: string }) {
  const body = watchedBody();
  const params = { suggestionId: randomUUID() };
  const response = await send({ ...request, callId, params, body: body.stream });
  expect(body.isRead()).toBe(false);
  return response;
}

describe('what is asked before anything of a request is read', () => {
  it('finds the routes that change something', () => {
    expect(changing.length).toBeGreaterThan(12);
  });

  it.each(changing)('nobody signed in: $method $file is 401', async (route) => {
    const response = await sendUnread(route);
    expect(response.status).toBe(401);
    expect((await errorOf(response)).code).toBe('not-signed-in');
  });

  it.each(changing)('whoever may not: $method $file is refused', async (route) => {
    if (route.file.startsWith('api/customers')) return;
    const cookie = await sessionHeader(harness, harness.people.supervisor);
    expect([403, 404, 409]).toContain((await sendUnread({ ...route, cookie })).status);
  });

  it('the wrong side of a call is refused', async () => {
    const cookie = await customerHeader(harness, callId);
    for (const path of ['hold', 'wrap-up', 'customer']) {
      const file = `api/calls/[id]/${path}/route.ts`;
      const method = path === 'hold' ? 'POST' : 'PUT';
      expect((await sendUnread({ file, method, cookie })).status, path).toBe(403);
    }
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
