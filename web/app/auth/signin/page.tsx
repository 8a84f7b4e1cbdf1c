import { AppShell } from '@agent/ui';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { safeCallbackUrl } from '#client/sign-in/safe-callback-url.ts';
import { SignInForm } from '#client/sign-in/sign-in-form.tsx';
import { signInProblemOf } from '#client/sign-in/sign-in-problems.ts';
import { SingleSignOnButton } from '#client/sign-in/single-sign-on-button.tsx';
import { homeOf } from '#client/staff/staff-pages.ts';
import { pageSession } from '#server/access/page-session.ts';
import { singleSignOnOf } from '#server/access/single-sign-on-env.ts';
import { services } from '#server/services.ts';
import { Brand } from '../../brand.tsx';
import { readTheme } from '../../read-theme.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Sign-in for people with an account. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const wanted = typeof callbackUrl === 'string' ? callbackUrl : undefined;
  const session = await pageSession();
  if (session) redirect(safeCallbackUrl(wanted, homeOf(session.role)));
  const elsewhere = singleSignOnOf(services().env);
  const failed = signInProblemOf(typeof error === 'string' ? error : undefined);
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
        <h1>Sign in</h1>
        <p>For agents, supervisors and administrators. Customers need no account.</p>
        {elsewhere ? <SingleSignOnButton name={elsewhere.name} failed={failed} /> : null}
        <SignInForm />
      </div>
    </AppShell>
  );
}
