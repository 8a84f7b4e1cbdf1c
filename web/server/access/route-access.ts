/**
 * Who may ask for something. `account`: anybody who is signed in. `agent`: with that role.
 * `overseer`: supervisors and admins. `side`: the
 * customer or the agent of the call in the path; `call-customer`, `call-agent`: that one alone.
 * `call-reader`: a side, or a supervisor who listens to it or has joined it, and says so (`x-reader`).
 * `call-supervisor`: a supervisor or an admin who looks after it. `desk-reader`: an agent on whose desk the
 * call is, on offer or accepted and not closed, or a supervisor who listens to it. `session-reader`: who
 * may look back at the call in the path once it is over: its agent, supervisors and admins. `admin`: with
 * that role.
 */
export type Access =
  | 'anybody'
  | 'account'
  | 'agent'
  | 'overseer'
  | 'side'
  | 'call-customer'
  | 'call-agent'
  | 'call-reader'
  | 'call-supervisor'
  | 'desk-reader'
  | 'session-reader'
  | 'admin';

/** Every route of the API (next-auth answers `/api/auth/*`) with who may ask for it. */
export const routeAccess = {
  'GET /api/queues': 'anybody',
  'POST /api/calls': 'anybody',
  // Who has no call is told so.
  'GET /api/calls/current': 'anybody',
  'GET /api/calls/{id}': 'call-reader',
  'GET /api/calls/{id}/stream': 'call-customer',
  'POST /api/calls/{id}/leave': 'call-customer',
  'POST /api/calls/{id}/token': 'side',
  'GET /api/calls/{id}/events': 'call-reader',
  'POST /api/calls/{id}/heartbeat': 'call-reader',
  'POST /api/calls/{id}/chat': 'side',
  'POST /api/calls/{id}/hangup': 'side',
  'POST /api/calls/{id}/hold': 'call-agent',
  'POST /api/calls/{id}/recording-pause': 'call-agent',
  'POST /api/calls/{id}/help': 'call-agent',
  'DELETE /api/calls/{id}/help': 'call-agent',
  'POST /api/calls/{id}/rating': 'call-customer',
  'PUT /api/calls/{id}/wrap-up': 'call-agent',
  'POST /api/calls/{id}/wrap-up': 'call-agent',
  'GET /api/calls/{id}/customer': 'desk-reader',
  'PUT /api/calls/{id}/customer': 'call-agent',
  'POST /api/calls/{id}/suggestions/{suggestionId}': 'call-agent',
  'POST /api/calls/{id}/monitor': 'call-supervisor',
  // Whose it is, is decided when it is ended: who may not listen any more may still go.
  'DELETE /api/calls/{id}/monitor/{monitorId}': 'overseer',
  'POST /api/calls/{id}/join': 'call-supervisor',
  'POST /api/calls/{id}/coach': 'call-supervisor',
  'POST /api/calls/{id}/alerts/{incident}': 'call-supervisor',
  // Whether the offer is this agent's is decided in the transaction that takes it.
  'POST /api/calls/{id}/offer/accept': 'agent',
  'POST /api/calls/{id}/offer/decline': 'agent',
  'GET /api/agent/stream': 'agent',
  'POST /api/agent/status': 'agent',
  'PUT /api/agent/suggestion-density': 'agent',
  // Whose day somebody may see is decided by the queues of both.
  'GET /api/agents/{id}/day': 'account',
  'GET /api/wall': 'overseer',
  // Agents see their own figures alone.
  'GET /api/metrics': 'account',
  'GET /api/analytics': 'account',
  'GET /api/metrics/alerts': 'overseer',
  // Whose queue it is, is decided under the lock of the alert.
  'POST /api/metrics/alerts/{id}': 'overseer',
  // As of figures: agents have files of their own alone.
  'GET /api/reports/calls.csv': 'account',
  'GET /api/reports/calls.xlsx': 'account',
  'GET /api/reports/dashboard.pdf': 'account',
  // Whose it is, is decided where it is looked for.
  'GET /api/reports': 'overseer',
  'POST /api/reports/look': 'overseer',
  'POST /api/reports/schedules': 'overseer',
  'PUT /api/reports/schedules/{id}': 'overseer',
  'DELETE /api/reports/schedules/{id}': 'overseer',
  'GET /api/reports/files/{id}': 'overseer',
  'GET /api/reports/figures.csv': 'account',
  'GET /api/customers/search': 'account',
  'GET /api/customers/{id}': 'account',
  'POST /api/customers': 'account',
  'GET /api/sessions/agents': 'overseer',
  'GET /api/sessions/choices': 'account',
  'GET /api/sessions': 'account',
  'POST /api/customers/{id}/erasure': 'admin',
  'GET /api/sessions/{id}': 'session-reader',
  // Whether the call is over is decided under its lock.
  'DELETE /api/sessions/{id}': 'admin',
  'PUT /api/sessions/{id}/legal-hold': 'admin',
  'GET /api/sessions/{id}/download': 'session-reader',
  'GET /api/sessions/{id}/events': 'session-reader',
  'GET /api/sessions/{id}/recording': 'session-reader',
  'GET /api/sessions/{id}/waveform': 'session-reader',
  'GET /api/sessions/{id}/comments': 'session-reader',
  'POST /api/sessions/{id}/comments': 'session-reader',
  'DELETE /api/sessions/{id}/comments/{commentId}': 'session-reader',
  'GET /api/admin/audit': 'admin',
  'GET /api/admin/audit/choices': 'admin',
  'GET /api/admin/audit/export': 'admin',
  'GET /api/admin/settings': 'admin',
  'PUT /api/admin/settings': 'admin',
  'GET /api/admin/settings/deletions': 'admin',
  'GET /api/admin/playbook': 'admin',
  'POST /api/admin/playbook/try': 'admin',
  'GET /api/admin/playbook/{id}': 'admin',
  'PUT /api/admin/playbook/{id}': 'admin',
  'GET /api/admin/playbook/{id}/versions': 'admin',
  'POST /api/admin/playbook/{id}/restore': 'admin',
  'GET /api/admin/queues': 'admin',
  'POST /api/admin/queues': 'admin',
  'PATCH /api/admin/queues/{id}': 'admin',
  'DELETE /api/admin/queues/{id}': 'admin',
  'POST /api/demo': 'anybody',
  // Whoever sees figures is told that some are made up.
  'GET /api/sample-data': 'overseer',
  'POST /api/sample-data': 'admin',
  'DELETE /api/sample-data': 'admin',
  'GET /api/admin/users': 'admin',
  'POST /api/admin/users': 'admin',
  'GET /api/admin/users/{id}': 'admin',
  'PATCH /api/admin/users/{id}': 'admin',
  'POST /api/admin/users/{id}/sign-out': 'admin',
  'POST /api/admin/users/{id}/link': 'admin',
  // Who has the secret of a link needs no account.
  'POST /api/account-link/look': 'anybody',
  'POST /api/account-link': 'anybody',
} as const satisfies Record<string, Access>;

/** A route as the table names it: method and path. */
export type RouteName = keyof typeof routeAccess;
