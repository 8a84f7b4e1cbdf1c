import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { callApp } from '../app-manifest.ts';
import { Brand } from '../brand.tsx';
import { readTheme } from '../read-theme.ts';
import { CallFlow } from './call-flow.tsx';
import './call.css';

export const metadata: Metadata = {
  title: 'Talk to us',
  manifest: '/call/manifest.webmanifest',
  appleWebApp: { title: callApp.shortName },
};

interface CallPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The customer's page: from the first field to the rating, without an account. */
export default async function CallPage({ searchParams }: CallPageProps) {
  const { queue } = await searchParams;
  return (
    <AppShell
      className="call-page"
      header={
        <>
          <Brand />
          <ThemeToggle initial={await readTheme()} />
        </>
      }
    >
      <CallFlow queueId={Array.isArray(queue) ? queue.at(-1) : queue} />
    </AppShell>
  );
}
