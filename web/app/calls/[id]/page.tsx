import { callIdSchema } from '@agent/protocol';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { QueryProvider } from '#client/http/query-provider.tsx';
import { pageViewer } from '#server/access/page-session.ts';
import { isProblem } from '#server/problem.ts';
import { services } from '#server/services.ts';
import { readSession } from '#server/sessions/read-session.ts';
import { ReplayPage } from './replay-page.tsx';
import '../../agent/agent.css';
import './replay.css';

export const metadata: Metadata = { title: 'Replay' };

/** A call that is over, played again by those who may look back at it. */
export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const callId = callIdSchema.safeParse(id).data;
  const viewer = await pageViewer();
  if (!viewer.session) redirect(`/auth/signin?callbackUrl=/calls/${encodeURIComponent(id)}`);
  if (!callId) notFound();
  const session = await readSession(services(), viewer, callId).catch((error: unknown) => {
    if (isProblem(error) && error.code === 'not-found') notFound();
    throw error;
  });
  return (
    <NuqsAdapter>
      <QueryProvider>
        <ReplayPage session={session} viewerRole={viewer.session.role} />
      </QueryProvider>
    </NuqsAdapter>
  );
}
