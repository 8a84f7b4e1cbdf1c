import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { Brand } from '../../brand.tsx';
import { readTheme } from '../../read-theme.ts';
import { LinkForm } from './link-form.tsx';

export const metadata: Metadata = {
  title: 'Choose a password',
  referrer: 'no-referrer',
  robots: { index: false },
};

/** Where a one-time link leads: whoever has it chooses the password of the account it is for. */
export default async function LinkPage() {
  return (
    <AppShell
      className="signin-page"
      header={
        <>
          <Brand />
          <ThemeToggle initial={await readTheme()} />
        </>
      }
    >
      <div className="signin-card">
        <LinkForm />
      </div>
    </AppShell>
  );
}
