import type { ReactNode } from 'react';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import { StaffProviders } from '#client/staff/staff-providers.tsx';
import { pageSession } from '#server/access/page-session.ts';
import { readTheme } from '../read-theme.ts';

/** What stands around every page of figures; each page itself asks who opens it. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await pageSession();
  if (!session || session.role === 'agent') return children;
  const { role, displayName } = session;
  return (
    <StaffFrame here="figures" staffRole={role} account={{ displayName, theme: await readTheme() }}>
      <StaffProviders>{children}</StaffProviders>
    </StaffFrame>
  );
}
