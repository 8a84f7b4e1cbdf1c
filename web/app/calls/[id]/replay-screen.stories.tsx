import type { Session } from '@agent/protocol';
import { AppShell } from '@agent/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { useState } from 'react';
import '../../app.css';
import '../../agent/agent.css';
import './replay.css';
import { storedCall, storedLog } from '../../agent/test-support/stored-call.ts';
import { ReplayAbout } from './replay-about.tsx';
import { ReplayScreen } from './replay-screen.tsx';
import { storedComments, storedPeaks, storedSession } from './test-support/stored-session.ts';

/** The page of a call that is over, over the stored log of one. */
function StoredReplay({ session, at }: { session: Session; at: string }) {
  const [client] = useState(() => {
    const filled = new QueryClient({
      defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
    });
    filled.setQueryData(['session-comments', storedCall.callId], storedComments);
    filled.setQueryData(['session-waveform', storedCall.callId], storedPeaks);
    return filled;
  });
  return (
    <NuqsTestingAdapter searchParams={`?t=${at}`} hasMemory>
      <QueryClientProvider client={client}>
        <AppShell
          variant="desk"
          className="replay-page"
          header={
            <div className="replay-who">
              <ReplayAbout session={session} />
            </div>
          }
        >
          <ReplayScreen session={session} log={storedLog} />
        </AppShell>
      </QueryClientProvider>
    </NuqsTestingAdapter>
  );
}

export default {
  title: 'Screens/A call played again',
  component: StoredReplay,
  parameters: { layout: 'fullscreen' },
  args: { session: storedSession, at: '0:31' },
};

const recording = { durationMs: null, bytes: null, deletedAt: null, deletionRule: null } as const;

/** The customer did not agree to be recorded: it goes by the log's clock. */
export const WithoutSound = {};
export const Dark = { globals: { theme: 'dark' } };
export const SoundLost = {
  args: {
    session: { ...storedSession, sound: 'lost', recording: { ...recording, status: 'lost' } },
  },
};
export const SoundDeleted = {
  args: {
    session: {
      ...storedSession,
      sound: 'deleted',
      recording: {
        ...recording,
        status: 'deleted',
        deletedAt: '2026-11-29T02:00:00Z',
        deletionRule: 'retention',
      },
    },
  },
};
export const NobodyAnswered = {
  args: { session: { ...storedSession, answeredAt: null, talkMs: null, status: 'abandoned' } },
};
