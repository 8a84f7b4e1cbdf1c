import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { QueuesPage } from './queues-page.tsx';
import './queues.css';

export const metadata: Metadata = { title: 'Queues' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The lines that customers wait in, and what is particular to each. */
export default async function AdminQueuesPage({ searchParams }: PageProps) {
  await requirePageRole('admin', '/admin/queues', await searchParams);
  return <QueuesPage />;
}
