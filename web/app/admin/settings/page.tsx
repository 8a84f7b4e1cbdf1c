import type { Metadata } from 'next';
import { requirePageRole } from '#server/access/require-page-session.ts';
import { SettingsPage } from './settings-page.tsx';
import './settings.css';

export const metadata: Metadata = { title: 'Settings' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The figures of this place, in force as soon as they are saved. */
export default async function AdminSettingsPage({ searchParams }: PageProps) {
  await requirePageRole('admin', '/admin/settings', await searchParams);
  return <SettingsPage />;
}
