import { AppShell } from '@agent/ui';
import type { ReactNode } from 'react';
import { AdminNav } from '#client/admin/admin-nav.tsx';
import { UnsavedProvider } from '#client/admin/unsaved.tsx';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import { StaffProviders } from '#client/staff/staff-providers.tsx';
import { pageSession } from '#server/access/page-session.ts';
import { readTheme } from '../read-theme.ts';
import './admin.css';

/** What stands around every page of an admin; each page itself asks who opens it. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const session = await pageSession();
  if (session?.role !== 'admin') return children;
  const { role, displayName } = session;
  return (
    <StaffFrame here="admin" staffRole={role} account={{ displayName, theme: await readTheme() }}>
      <StaffProviders>
        <UnsavedProvider>
          <AppShell variant="desk">
            <div className="admin">
              <AdminNav />
              {children}
            </div>
          </AppShell>
        </UnsavedProvider>
      </StaffProviders>
    </StaffFrame>
  );
}
