'use client';
import type { Role, Session } from '@agent/protocol';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { ReplayAbout } from './replay-about.tsx';
import { SessionActions } from './session-actions.tsx';

/** The top line of a replay: back to the calls, what the call was, what can be done with it. */
export function ReplayHead({ session, viewerRole }: { session: Session; viewerRole: Role }) {
  const router = useRouter();
  return (
    <>
      <div className="replay-who">
        <Link className="replay-back" href="/calls/history" title="All calls">
          <ArrowLeft aria-hidden="true" />
          <span className="visually-hidden">All calls</span>
        </Link>
        <ReplayAbout session={session} />
      </div>
      <SessionActions
        session={session}
        viewerRole={viewerRole}
        onErased={() => router.replace('/calls/history')}
      />
    </>
  );
}
