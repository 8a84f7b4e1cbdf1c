import { randomUUID } from 'node:crypto';
import { aCustomerId, aSuggestionId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCall, type CallStage, callInState } from './test-support/calls-in-state.ts';
import { aCard, seedCards } from './test-support/cards.ts';
import { addCustomer } from './test-support/customers.ts';
import { type Harness, startHarness } from './test-support/harness.ts';
import { methodsOf, routeFiles, send } from './test-support/send.ts';
import { offerSuggestion } from './test-support/suggestions.ts';
import { cookiesOf, viewers } from './test-support/viewers.ts';

interface Row {
  file: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** State of the call whose customer is `customer` and whose agent is, or is to be, `owner`. */
  state: CallStage;
  body?: unknown;
  query?: string;
  /** Variable parts of the path besides the call. */
  params?: Record<string, string>;
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
const queueBody = {
  ...{ name: 'Returns', language: 'en', terms: [], target: { percent: 80, seconds: 20 } },
  ...{ recorded: true, recordingNotice: '', listeningTold: false, cardIds: null },
  outcomes: [{ id: null, label: 'Resolved', resolves: true }],
  ...{ outcomeRequired: true, memberIds: [] },
};
const wrapUpBody = { disposition: 'resolved', notes: 'done' };
const call = 'api/calls/[id]';
const session = 'api/sessions/[id]';
const card = 'api/admin/playbook/[id]';
const customerId = aCustomerId('customer-1');
const suggestionId = aSuggestionId();

// anonymous, customer, otherCustomer, owner, otherAgent, supervisor, admin, disabled
const ownersOnly = [401, 200, 404, 200, 404, 404, 404, 401];
const customerOnly = [401, 204, 404, 403, 404, 404, 404, 401];
const agentOnly = [401, 403, 404, 204, 404, 404, 404, 401];
/** What supervisors and admins are answered who look after the call. */
const overseersOnly = (status: number) => [401, 401, 401, 403, 403, status, status, 401];
const adminsOnly = (status: number) => [401, 401, 401, 403, 403, 403, status, 401];
/** What those who look back at calls are answered. */
const readersOfSession = [401, 401, 401, 200, 404, 200, 200, 401];
const nobodyYet = [401, 401, 401, 404, 404, 404, 404, 401];
/** What the directory answers people with an account. */
const withAccount = (status: number) => [401, 401, 401, status, status, status, status, 401];
const anybody = (status: number) => viewers.map(() => status);

/** A report that somebody wants every Monday. */
const regularReport = {
  ...{ name: 'Week', kind: 'calls.csv', every: 'week', weekday: 1, hour: 7, filter: {} },
};

const rows: Row[] = [
  { file: 'api/queues/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
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
    file: `${call}/recording-pause/route.ts`,
    method: 'POST',
    state: 'active',
    body: { paused: true },
    statuses: agentOnly,
  },
  {
    file: `${call}/recording-pause/route.ts`,
    method: 'POST',
    state: 'wrap-up',
    body: { paused: true },
    statuses: [401, 403, 404, 409, 404, 404, 404, 401],
  },
  {
    file: `${call}/help/route.ts`,
    method: 'POST',
    state: 'active',
    body: { helpId: randomUUID(), reason: 'A refund beyond my limit' },
    statuses: [401, 403, 404, 201, 404, 404, 404, 401],
  },
  {
    file: `${call}/help/route.ts`,
    method: 'POST',
    state: 'wrap-up',
    body: { helpId: randomUUID() },
    statuses: [401, 403, 404, 409, 404, 404, 404, 401],
  },
  { file: `${call}/help/route.ts`, method: 'DELETE', state: 'active', statuses: agentOnly },
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
  ...(['active', 'wrap-up', 'queued'] as const).flatMap((state): Row[] => {
    const statuses = overseersOnly(state === 'active' ? 201 : 409);
    const params = { monitorId: randomUUID() };
    return [
      { file: `${call}/monitor/route.ts`, method: 'POST', state, statuses },
      { file: `${call}/join/route.ts`, method: 'POST', state, statuses },
      { file: `${call}/coach/route.ts`, method: 'POST', state, body: chatBody, statuses },
      {
        ...{ file: `${call}/monitor/[monitorId]/route.ts`, method: 'DELETE', state, params },
        statuses: overseersOnly(204),
      },
    ];
  }),
  {
    ...{ file: `${call}/alerts/[incident]/route.ts`, method: 'POST', state: 'active' },
    ...{ params: { incident: 'long' }, body: { act: 'take' } },
    statuses: overseersOnly(404),
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
    file: `${call}/customer/route.ts`,
    method: 'GET',
    state: 'offered',
    statuses: [401, 403, 404, 200, 404, 404, 404, 401],
  },
  {
    file: `${call}/customer/route.ts`,
    method: 'GET',
    state: 'active',
    statuses: [401, 403, 404, 200, 404, 404, 404, 401],
  },
  {
    file: `${call}/customer/route.ts`,
    method: 'GET',
    state: 'closed',
    statuses: [401, 403, 404, 404, 404, 404, 404, 401],
  },
  {
    file: `${call}/customer/route.ts`,
    method: 'PUT',
    state: 'offered',
    body: { customerId },
    statuses: [401, 403, 404, 404, 404, 404, 404, 401],
  },
  {
    file: `${call}/customer/route.ts`,
    method: 'PUT',
    state: 'active',
    body: { customerId },
    statuses: agentOnly,
  },
  {
    file: `${call}/customer/route.ts`,
    method: 'PUT',
    state: 'wrap-up',
    body: { customerId: null },
    statuses: agentOnly,
  },
  {
    file: `${call}/suggestions/[suggestionId]/route.ts`,
    method: 'POST',
    state: 'active',
    params: { suggestionId },
    body: { outcome: 'dismissed' },
    statuses: [401, 403, 404, 201, 404, 404, 404, 401],
  },
  {
    file: 'api/customers/route.ts',
    method: 'POST',
    state: 'queued',
    body: { name: 'Bo', email: 'bo@example.com' },
    statuses: withAccount(201),
  },
  {
    file: 'api/customers/search/route.ts',
    method: 'GET',
    state: 'queued',
    query: '?query=ada',
    statuses: withAccount(200),
  },
  {
    file: 'api/customers/[id]/route.ts',
    method: 'GET',
    state: 'queued',
    params: { id: customerId },
    statuses: withAccount(200),
  },
  {
    file: 'api/agent/suggestion-density/route.ts',
    method: 'PUT',
    state: 'active',
    body: { density: 'important' },
    statuses: [401, 401, 401, 204, 204, 403, 403, 401],
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
    file: 'api/agents/[id]/day/route.ts',
    method: 'GET',
    state: 'closed',
    params: { id: randomUUID() },
    statuses: withAccount(404),
  },
  {
    file: 'api/wall/route.ts',
    method: 'GET',
    state: 'active',
    statuses: [401, 401, 401, 403, 403, 200, 200, 401],
  },
  {
    file: 'api/metrics/route.ts',
    method: 'GET',
    state: 'closed',
    query: '?period=7-days&by=day',
    statuses: withAccount(200),
  },
  ...['calls.csv', 'calls.xlsx', 'figures.csv', 'dashboard.pdf'].map(
    (name): Row => ({
      ...{ file: `api/reports/${name}/route.ts`, method: 'GET', state: 'closed' },
      statuses: withAccount(200),
    }),
  ),
  ...(
    [
      ['route.ts', 'GET', 200],
      ['look/route.ts', 'POST', 204],
      ['schedules/route.ts', 'POST', 201],
      ['schedules/[id]/route.ts', 'PUT', 404],
      ['schedules/[id]/route.ts', 'DELETE', 204],
      ['files/[id]/route.ts', 'GET', 404],
    ] as const
  ).map(
    ([name, method, status]): Row => ({
      ...{ file: `api/reports/${name}`, method, state: 'closed', params: { id: randomUUID() } },
      ...(name.startsWith('schedules') && method !== 'DELETE' && { body: regularReport }),
      statuses: [401, 401, 401, 403, 403, status, status, 401],
    }),
  ),
  {
    file: 'api/analytics/route.ts',
    method: 'GET',
    state: 'closed',
    query: '?period=28-days',
    statuses: withAccount(200),
  },
  {
    file: 'api/metrics/alerts/route.ts',
    method: 'GET',
    state: 'active',
    statuses: [401, 401, 401, 403, 403, 200, 200, 401],
  },
  {
    file: 'api/metrics/alerts/[id]/route.ts',
    method: 'POST',
    state: 'active',
    params: { id: randomUUID() },
    body: { act: 'take' },
    statuses: overseersOnly(404),
  },
  {
    file: 'api/sample-data/route.ts',
    method: 'GET',
    state: 'closed',
    statuses: overseersOnly(200),
  },
  {
    file: 'api/sample-data/route.ts',
    method: 'POST',
    state: 'closed',
    statuses: adminsOnly(202),
  },
  {
    file: 'api/sample-data/route.ts',
    method: 'DELETE',
    state: 'closed',
    statuses: adminsOnly(202),
  },
  {
    file: 'api/sessions/agents/route.ts',
    method: 'GET',
    state: 'closed',
    statuses: [401, 401, 401, 403, 403, 200, 200, 401],
  },
  {
    file: 'api/sessions/choices/route.ts',
    method: 'GET',
    state: 'closed',
    statuses: withAccount(200),
  },
  {
    file: 'api/sessions/route.ts',
    method: 'GET',
    state: 'closed',
    query: '?query=ada',
    statuses: withAccount(200),
  },
  {
    file: `${session}/route.ts`,
    method: 'DELETE',
    state: 'closed',
    body: { reason: 'asked for it' },
    statuses: adminsOnly(204),
  },
  {
    file: `${session}/legal-hold/route.ts`,
    method: 'PUT',
    state: 'closed',
    body: { held: true, reason: 'a court' },
    statuses: adminsOnly(204),
  },
  {
    file: 'api/customers/[id]/erasure/route.ts',
    method: 'POST',
    state: 'closed',
    params: { id: 'customer-1' },
    body: { reason: 'asked for it' },
    statuses: adminsOnly(200),
  },
  { file: `${session}/download/route.ts`, method: 'GET', state: 'active', statuses: nobodyYet },
  {
    file: `${session}/download/route.ts`,
    method: 'GET',
    state: 'closed',
    statuses: readersOfSession,
  },
  { file: `${session}/route.ts`, method: 'GET', state: 'active', statuses: nobodyYet },
  { file: `${session}/route.ts`, method: 'GET', state: 'wrap-up', statuses: readersOfSession },
  { file: `${session}/route.ts`, method: 'GET', state: 'closed', statuses: readersOfSession },
  { file: `${session}/events/route.ts`, method: 'GET', state: 'active', statuses: nobodyYet },
  {
    file: `${session}/events/route.ts`,
    method: 'GET',
    state: 'closed',
    statuses: readersOfSession,
  },
  { file: `${session}/comments/route.ts`, method: 'GET', state: 'active', statuses: nobodyYet },
  {
    file: `${session}/comments/route.ts`,
    method: 'GET',
    state: 'closed',
    statuses: readersOfSession,
  },
  {
    file: `${session}/comments/route.ts`,
    method: 'POST',
    state: 'wrap-up',
    body: { commentId: randomUUID(), atMs: 0, text: 'Well done.' },
    statuses: readersOfSession.map((status) => (status === 200 ? 204 : status)),
  },
  {
    file: `${session}/comments/[commentId]/route.ts`,
    method: 'DELETE',
    state: 'closed',
    params: { commentId: randomUUID() },
    statuses: readersOfSession.map((status) => (status === 200 ? 204 : status)),
  },
  // Nobody recorded it.
  ...['recording', 'waveform'].map((part) => ({
    file: `${session}/${part}/route.ts`,
    method: 'GET' as const,
    state: 'closed' as const,
    statuses: [401, 401, 401, 404, 404, 404, 404, 401],
  })),
  ...rowsOfUsers(),
  ...['', '/choices', '/export'].map((part) => ({
    file: `api/admin/audit${part}/route.ts`,
    method: 'GET' as const,
    state: 'queued' as const,
    statuses: adminsOnly(200),
  })),
  {
    file: 'api/admin/settings/route.ts',
    method: 'GET',
    state: 'queued',
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/settings/route.ts',
    method: 'PUT',
    state: 'queued',
    body: { key: 'cardSeconds', value: 60, version: 0 },
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/settings/deletions/route.ts',
    method: 'GET',
    state: 'queued',
    query: '?soundDays=30',
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/playbook/route.ts',
    method: 'GET',
    state: 'queued',
    query: '?query=refund&enabled=on',
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/playbook/try/route.ts',
    method: 'POST',
    state: 'queued',
    body: { turns: [{ speaker: 'customer', text: 'I want a refund.' }] },
    statuses: adminsOnly(200),
  },
  {
    file: `${card}/route.ts`,
    method: 'GET',
    state: 'queued',
    params: { id: 'refund-request' },
    statuses: adminsOnly(200),
  },
  {
    file: `${card}/route.ts`,
    method: 'PUT',
    state: 'queued',
    params: { id: 'refund-request' },
    body: { version: 1, enabled: false },
    statuses: adminsOnly(200),
  },
  {
    file: `${card}/versions/route.ts`,
    method: 'GET',
    state: 'queued',
    params: { id: 'refund-request' },
    statuses: adminsOnly(200),
  },
  {
    file: `${card}/restore/route.ts`,
    method: 'POST',
    state: 'queued',
    params: { id: 'refund-request' },
    body: { version: 1, restore: 1 },
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/queues/route.ts',
    method: 'GET',
    state: 'queued',
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/queues/route.ts',
    method: 'POST',
    state: 'queued',
    body: queueBody,
    statuses: adminsOnly(201),
  },
  {
    file: 'api/admin/queues/[id]/route.ts',
    method: 'PATCH',
    state: 'queued',
    params: { id: 'main' },
    body: { version: 1, addMembers: [] },
    statuses: adminsOnly(200),
  },
  {
    file: 'api/admin/queues/[id]/route.ts',
    method: 'DELETE',
    state: 'queued',
    params: { id: 'main' },
    query: '?version=1',
    // Somebody waits in it.
    statuses: adminsOnly(409),
  },
  {
    file: 'api/demo/route.ts',
    method: 'POST',
    state: 'queued',
    body: {},
    statuses: anybody(202),
  },
  ...['agent', 'call'].map(
    (app): Row => ({
      file: `${app}/manifest.webmanifest/route.ts`,
      method: 'GET',
      state: 'queued',
      statuses: anybody(200),
    }),
  ),
  { file: 'healthz/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
  { file: 'readyz/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
  { file: 'metrics/route.ts', method: 'GET', state: 'queued', statuses: anybody(200) },
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map(
    (method): Row => ({
      file: 'api/[...path]/route.ts',
      method,
      state: 'queued',
      params: { path: 'nope' },
      statuses: anybody(404),
    }),
  ),
];

/** People and the links by which they choose passwords. Nobody has the id, and no link the secret. */
function rowsOfUsers(): Row[] {
  const state = 'queued';
  const one = 'api/admin/users/[id]';
  const params = { id: randomUUID() };
  const person = { username: 'eve', displayName: 'Eve', role: 'agent', queues: ['main'] };
  const use = { token: 't'.repeat(43), password: 'long enough, I hope' };
  const link = 'api/account-link';
  const look = { token: use.token };
  const statuses = adminsOnly(404);
  return [
    { file: 'api/admin/users/route.ts', method: 'GET', state, statuses: adminsOnly(200) },
    {
      ...{ file: 'api/admin/users/route.ts', method: 'POST', state, body: person },
      statuses: adminsOnly(201),
    },
    { file: `${one}/route.ts`, method: 'GET', state, params, statuses },
    {
      ...{ file: `${one}/route.ts`, method: 'PATCH', state, params, statuses },
      body: { version: 1, disabled: true },
    },
    { file: `${one}/sign-out/route.ts`, method: 'POST', state, params, statuses },
    { file: `${one}/link/route.ts`, method: 'POST', state, params, statuses },
    { file: `${link}/look/route.ts`, method: 'POST', state, body: look, statuses: anybody(404) },
    { file: `${link}/route.ts`, method: 'POST', state, body: use, statuses: anybody(404) },
  ];
}

/** next-auth's own handler reads cookies through Next; `sign-in.integration.test.ts` covers our part. */
const elsewhere = ['GET api/auth/[...nextauth]/route.ts', 'POST api/auth/[...nextauth]/route.ts'];

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(async () => {
  await harness.clear();
  await addCustomer(harness, { customerId });
  await seedCards(harness, [aCard()]);
});
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
        if (row.params?.suggestionId) await offerSuggestion(harness, callId, suggestionId);
        const { file, method, body, query, params } = row;
        const response = await send({ file, method, callId, cookie, body, query, params });
        expect(response.status).toBe(status);
        await response.body?.cancel();
      });
    }
  }
});
