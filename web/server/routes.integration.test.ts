import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, type CallState, callInState } from './test-support/calls-in-state.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { methodsOf, routeFiles, send } from './test-support/send.ts';
import { cookiesOf, viewers } from './test-support/viewers.ts';

interface Row {
  file: string;
  method: 'GET' | 'POST' | 'PUT';
  /** State of the call whose customer is `customer` and whose agent is, or is to be, `owner`. */
  state: CallState;
  body?: unknown;
  /** Status for each of `viewers`, in their order. */
  statuses: number[];
}

const startBody = {
  name: 'Ada',
  contact: 'ada@example.com',
  consent: 'accepted',
  noticeVersion: '1',
};
const chatBody = { messageId: randomUUID(), text: 'Hello' };
const wrapUpBody = { disposition: 'resolved', notes: 'done' };
const call = 'api/calls/[id]';

// anonymous, customer, otherCustomer, owner, otherAgent, supervisor, admin, disabled
const ownersOnly = [401, 200, 404, 200, 404, 404, 404, 401];
const customerOnly = [401, 204, 404, 403, 404, 404, 404, 401];
const agentOnly = [401, 403, 404, 204, 404, 404, 404, 401];
const anybody = (status: number) => viewers.map(() => status);

const rows: Row[] = [
  {
    file: 'api/calls/route.ts',
    method: 'POST',
    state: 'queued',
    body: startBody,
    statuses: [201, 409, 409, 201, 201, 201, 201, 201],
  },
  {
    file: 'api/calls/current/route.ts',
    method: 'GET',
    state: 'active',
    statuses: [404, 200, 200, 404, 404, 404, 404, 404],
  },
  { file: `${call}/route.ts`, method: 'GET', state: 'active', statuses: ownersOnly },
  {
    file: `${call}/stream/route.ts`,
    method: 'GET',
    state: 'active',
    statuses: [401, 200, 404, 403, 404, 404, 404, 401],
  },
  {
    file: `${call}/leave/route.ts`,
    method: 'POST',
    state: 'queued',
    statuses: [401, 204, 404, 404, 404, 404, 404, 401],
  },
  {
    file: `${call}/leave/route.ts`,
    method: 'POST',
    state: 'active',
    statuses: [401, 409, 404, 403, 404, 404, 404, 401],
  },
  { file: `${call}/token/route.ts`, method: 'POST', state: 'active', statuses: ownersOnly },
  { file: `${call}/events/route.ts`, method: 'GET', state: 'active', statuses: ownersOnly },
  { file: `${call}/heartbeat/route.ts`, method: 'POST', state: 'active', statuses: ownersOnly },
  {
    file: `${call}/chat/route.ts`,
    method: 'POST',
    state: 'active',
    body: chatBody,
    statuses: [401, 201, 404, 201, 404, 404, 404, 401],
  },
  {
    file: `${call}/hangup/route.ts`,
    method: 'POST',
    state: 'active',
    statuses: [401, 204, 404, 204, 404, 404, 404, 401],
  },
  {
    file: `${call}/hold/route.ts`,
    method: 'POST',
    state: 'active',
    body: { held: true },
    statuses: agentOnly,
  },
  {
    file: `${call}/rating/route.ts`,
    method: 'POST',
    state: 'wrap-up',
    body: { score: 5 },
    statuses: customerOnly,
  },
  {
    file: `${call}/wrap-up/route.ts`,
    method: 'PUT',
    state: 'wrap-up',
    body: { disposition: null, notes: 'draft' },
    statuses: agentOnly,
  },
  {
    file: `${call}/wrap-up/route.ts`,
    method: 'POST',
    state: 'wrap-up',
    body: wrapUpBody,
    statuses: agentOnly,
  },
  {
    file: `${call}/offer/accept/route.ts`,
    method: 'POST',
    state: 'offered',
    statuses: [401, 401, 401, 200, 404, 403, 403, 401],
  },
  {
    file: `${call}/offer/decline/route.ts`,
    method: 'POST',
    state: 'offered',
    statuses: [401, 401, 401, 204, 404, 403, 403, 401],
  },
  {
    file: 'api/agent/stream/route.ts',
    method: 'GET',
    state: 'active',
    statuses: [401, 401, 401, 200, 200, 403, 403, 401],
  },
  {
    file: 'api/agent/status/route.ts',
    method: 'POST',
    state: 'queued',
    body: { status: 'break' },
    statuses: [401, 401, 401, 204, 204, 403, 403, 401],
  },
  {
    file: 'api/demo/route.ts',
    method: 'POST',
    state: 'queued',
    body: {},
    statuses: anybody(202),
  },
  { file: 'healthz/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
  { file: 'readyz/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
  { file: 'metrics/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
];

/** next-auth's own handler reads cookies through Next; `sign-in.integration.test.ts` covers our part. */
const elsewhere = ['GET api/auth/[...nextauth]/route.ts', 'POST api/auth/[...nextauth]/route.ts'];

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.close());

describe('routes by role', () => {
  it('has a row for every method of every route file', async () => {
    const found: string[] = [];
    for (const file of routeFiles()) {
      for (const method of Object.keys(await methodsOf(file))) found.push(`${method} ${file}`);
    }
    const covered = new Set([...rows.map((row) => `${row.method} ${row.file}`), ...elsewhere]);
    expect(found.sort()).toEqual([...covered].sort());
  });

  for (const row of rows) {
    for (const [index, viewer] of viewers.entries()) {
      const status = row.statuses[index];
      it(`${row.method} ${row.file} on a call ${row.state} answers ${viewer} with ${status}`, async () => {
        const { id: callId } = await callInState(harness, row.state);
        const { id: otherCallId } = (await addCall(harness)).call;
        const cookie = await cookiesOf(harness, viewer, { callId, otherCallId });
        const { file, method, body } = row;
        const response = await send({ file, method, callId, cookie, body });
        expect(response.status).toBe(status);
        await response.body?.cancel();
      });
    }
  }
});
