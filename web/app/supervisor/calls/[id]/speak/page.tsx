import { callIdSchema } from '@agent/protocol';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { SpeakingPage } from './speaking-page.tsx';
import '../../../../agent/agent.css';
import '../listening.css';

export const metadata: Metadata = { title: 'In the conversation' };

/** The one page of supervisors with a microphone: on it they talk with both sides of a call. */
export default async function SpeakingCallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const path = `/supervisor/calls/${encodeURIComponent(id)}`;
  await requirePageRole(['supervisor', 'admin'], path);
  const callId = callIdSchema.safeParse(id).data;
  if (!callId) notFound();
  return <SpeakingPage callId={callId} />;
}
