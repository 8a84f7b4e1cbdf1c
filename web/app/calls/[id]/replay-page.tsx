'use client';
import type { Role, Session } from '@agent/protocol';
import { AppShell, Button, Notice } from '@agent/ui';
import { messageOf } from '#client/http/request-error.ts';
import { useSession, useSessionLog } from '#client/replay/use-session-data.ts';
import { ReplayHead } from './replay-head.tsx';
import { ReplayScreen } from './replay-screen.tsx';
import { ReplaySkeleton } from './replay-skeleton.tsx';

/** The page of a call that is over: who and when, then its log is read and played. */
export function ReplayPage({ session: first, viewerRole }: { session: Session; viewerRole: Role }) {
  const session = useSession(first);
  const log = useSessionLog(session.callId);
  return (
    <AppShell
      variant="desk"
      className="replay-page"
      header={<ReplayHead session={session} viewerRole={viewerRole} />}
    >
      {log.data ? <ReplayScreen session={session} log={log.data} /> : null}
      {log.isPending ? <ReplaySkeleton /> : null}
      {log.isError ? (
        <div className="replay-failed">
          <Notice
            tone="error"
            title="The call could not be loaded"
            action={<Button onClick={() => void log.refetch()}>Try again</Button>}
          >
            {messageOf(log.error)}
          </Notice>
        </div>
      ) : null}
    </AppShell>
  );
}
