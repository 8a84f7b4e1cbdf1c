import { callIdSchema } from '@agent/protocol';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { ListeningPage } from './listening-page.tsx';
import '../../../agent/agent.css';
import './listening.css';

export const metadata: Metadata = { title: 'Listening' };

/** A call that goes on, heard and seen by somebody who looks after it and is not noticed. */
export default async function ListeningCallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requirePageRole(['supervisor', 'admin'], `/supervisor/calls/${encodeURIComponent(id)}`);
  const callId = callIdSchema.safeParse(id).data;
  if (!callId) notFound();
  return <ListeningPage callId={callId} />;
}
