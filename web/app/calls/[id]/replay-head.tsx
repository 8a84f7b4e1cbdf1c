'use client';
import type { Role, Session } from '@agent/protocol';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { ReplayAbout } from './replay-about.tsx';

/** The top line of a replay: back to the calls, what the call was, what can be done with it. */
export function ReplayHead({ session }: { session: Session; viewerRole: Role }) {
  return (
    <div className="replay-who">
      <Link className="replay-back" href="/calls/history" title="All calls">
        <ArrowLeft aria-hidden="true" />
        <span className="visually-hidden">All calls</span>
      </Link>
      <ReplayAbout session={session} />
    </div>
  );
}
