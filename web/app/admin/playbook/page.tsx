import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { PlaybookPage } from './playbook-page.tsx';
import './playbook.css';

export const metadata: Metadata = { title: 'Playbook' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What agents are advised, card by card. */
export default async function AdminPlaybookPage({ searchParams }: PageProps) {
  await requirePageRole('admin', '/admin/playbook', await searchParams);
  return <PlaybookPage />;
}
