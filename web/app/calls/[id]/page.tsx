import { callIdSchema } from '@agent/protocol';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageViewer } from '#server/access/page-session.ts';
import { requirePageSession } from '#server/access/require-page-session.ts';
import { isProblem } from '#server/problem.ts';
import { services } from '#server/services.ts';
import { readSession } from '#server/sessions/read-session.ts';
import { ReplayPage } from './replay-page.tsx';
import '../../agent/agent.css';
import './replay.css';

export const metadata: Metadata = { title: 'Replay' };

interface CallPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A call that is over, played again by those who may look back at it. */
export default async function CallPage({ params, searchParams }: CallPageProps) {
  const { id } = await params;
  const path = `/calls/${encodeURIComponent(id)}`;
  const { role } = await requirePageSession(path, await searchParams);
  const callId = callIdSchema.safeParse(id).data;
  if (!callId) notFound();
  const viewer = await pageViewer();
  const session = await readSession(services(), viewer, callId).catch((error: unknown) => {
    if (isProblem(error) && error.code === 'not-found') notFound();
    throw error;
  });
  return <ReplayPage session={session} viewerRole={role} />;
}
