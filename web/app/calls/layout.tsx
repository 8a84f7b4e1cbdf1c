import type { ReactNode } from 'react';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import { StaffProviders } from '#client/staff/staff-providers.tsx';
import { pageSession } from '#server/access/page-session.ts';
import { readTheme } from '../read-theme.ts';

/** What stands around every page about calls that are over. */
export default async function CallsLayout({ children }: { children: ReactNode }) {
  const session = await pageSession();
  // The page itself sends on who is not signed in.
  if (!session) return children;
  const { role, displayName } = session;
  return (
    <StaffFrame here="history" staffRole={role} account={{ displayName, theme: await readTheme() }}>
      <StaffProviders>{children}</StaffProviders>
    </StaffFrame>
  );
}
