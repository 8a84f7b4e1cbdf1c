import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { UsersPage } from './users-page.tsx';
import './users.css';

export const metadata: Metadata = { title: 'Users' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who may sign in, as what, and whose calls they take. */
export default async function AdminUsersPage({ searchParams }: PageProps) {
  const { userId } = await requirePageRole('admin', '/admin/users', await searchParams);
  return <UsersPage ownId={userId} />;
}
