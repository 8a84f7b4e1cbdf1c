import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { AuditLog } from './audit-log.tsx';
import './audit.css';

export const metadata: Metadata = { title: 'Audit' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who did what to whom, when and from where. */
export default async function AdminAuditPage({ searchParams }: PageProps) {
  await requirePageRole('admin', '/admin/audit', await searchParams);
  return <AuditLog />;
}
