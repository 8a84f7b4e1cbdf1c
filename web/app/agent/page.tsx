import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { homeOf } from '#client/staff/staff-pages.ts';
import { pageSession } from '#server/access/page-session.ts';
import { deskApp } from '../app-manifest.ts';
import { readTheme } from '../read-theme.ts';
import { AgentDesk } from './agent-desk.tsx';
import './agent.css';

export const metadata: Metadata = {
  title: 'Desk',
  manifest: '/agent/manifest.webmanifest',
  appleWebApp: { title: deskApp.shortName },
};

/** The agent's desk; anybody else is sent where they belong. */
export default async function AgentPage() {
  const session = await pageSession();
  if (!session) redirect('/auth/signin?callbackUrl=/agent');
  if (session.role !== 'agent') redirect(homeOf(session.role));
  return <AgentDesk displayName={session.displayName} theme={await readTheme()} />;
}
