import type { MonitorAccess } from '@agent/protocol';
import { fakeLog } from '@agent/testing/fake-log';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCallId, fakeCallView, fakeServer } from '#client/test-support/fake-server.ts';
import { ListeningPage } from '../listening-page.tsx';
import { SpeakingPage } from '../speak/speaking-page.tsx';

/** A way in, the first, second … of a test. */
export function fakeAccess(n = 1, part: Partial<MonitorAccess> = {}): MonitorAccess {
  const monitorId = `0193d5d2-8a4e-4a3e-9c39-0d3c4f6f2a0${n}`;
  return {
    ...{ url: 'ws://127.0.0.1:7880', token: `token-${n}`, identity: `sup-${monitorId}`, monitorId },
    ...{ customerIdentity: 'c', agentTold: false },
    ...part,
  };
}

/** A page of a supervisor against a fake server, with the log that the call has. */
function openPage(page: 'listen' | 'speak', log: ReturnType<typeof fakeLog>) {
  let entered = 0;
  const enter = () => ({ status: 201, body: fakeAccess(++entered) });
  const server = fakeServer({
    'POST /api/calls/:id/monitor': enter,
    'POST /api/calls/:id/join': enter,
    'GET /api/calls/:id/events': () => ({ status: 200, body: log.page() }),
    'POST /api/calls/:id/heartbeat': () => ({
      status: 200,
      body: { status: 'active', lastSeq: log.envelopes.length },
    }),
    'GET /api/calls/:id': () => ({
      status: 200,
      body: fakeCallView({
        ...{ viewer: 'supervisor', status: 'active', agentName: 'Alex Agent' },
        answeredAt: '2026-11-23T10:01:00.000Z',
      }),
    }),
    [`DELETE /api/calls/:id/monitor/${fakeAccess(1).monitorId}`]: () => ({ status: 204 }),
    [`DELETE /api/calls/:id/monitor/${fakeAccess(2).monitorId}`]: () => ({ status: 204 }),
  });
  const Page = page === 'listen' ? ListeningPage : SpeakingPage;
  const view = render(<Page callId={fakeCallId} />);
  const left = () =>
    server.asked.flatMap(({ route }) => /^DELETE .*\/(.+)$/.exec(route)?.slice(1) ?? []);
  return { server, log, user: userEvent.setup(), left, ...view };
}

/** The page on which one listens. */
export const openListening = (log = fakeLog()) => openPage('listen', log);
/** The page on which one speaks. */
export const openSpeaking = (log = fakeLog()) => openPage('speak', log);
