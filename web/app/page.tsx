import { AppShell, StartCard } from '@agent/ui';
import { Headset, Phone, Play } from 'lucide-react';
import Link from 'next/link';
import { DemoButton } from '#client/customer-flow/demo-button.tsx';
import { ThemeToggle } from '#client/preferences/theme-toggle.tsx';
import { SignOutButton } from '#client/sign-in/sign-out-button.tsx';
import { homeOf } from '#client/staff/staff-pages.ts';
import { pageSession } from '#server/access/page-session.ts';
import type { Session } from '#server/access/session.ts';
import { isDemoAvailable } from '#server/calls/demo-available.ts';
import { services } from '#server/services.ts';
import { Brand } from './brand.tsx';
import { readTheme } from './read-theme.ts';

/** What this is, and the ways in. */
export default async function StartPage() {
  const session = await pageSession();
  return (
    <AppShell
      className="start-page"
      header={
        <>
          <Brand />
          <ThemeToggle initial={await readTheme()} />
        </>
      }
    >
      <div className="start-intro">
        <h1>Calls with the words on the screen</h1>
        <p>
          A customer calls from a browser, an agent answers, and both read what is said while it is
          said.
        </p>
      </div>
      {session ? <SignedIn session={session} /> : null}
      <div className="start-cards">
        <StartCard
          icon={<Phone />}
          title="I need help"
          description="Talk to an agent by voice. You need a microphone and two minutes."
          action={
            <Link className="link-button" data-variant="primary" href="/call">
              Call us
            </Link>
          }
        />
        {!session || session.role === 'agent' ? (
          <StartCard
            icon={<Headset />}
            title="I am an agent"
            description="Take calls, read along, write the wrap-up."
            action={
              <Link className="link-button" href="/agent">
                {session?.role === 'agent' ? 'Open the desk' : 'Agent sign-in'}
              </Link>
            }
          />
        ) : null}
        {isDemoAvailable(services()) ? (
          <StartCard
            icon={<Play />}
            title="I am just looking"
            description="A scripted customer with a real voice calls in. Sign in as an agent and take the call."
            action={<DemoButton />}
          />
        ) : null}
      </div>
    </AppShell>
  );
}

const roleWords = { agent: 'agent', supervisor: 'supervisor', admin: 'administrator' };

function SignedIn({ session }: { session: Session }) {
  return (
    <div className="signed-in" role="status">
      <p>
        Signed in as <strong>{session.displayName}</strong> ({roleWords[session.role]}).
      </p>
      {session.role === 'agent' ? null : (
        <a className="link" href={homeOf(session.role)}>
          Calls that go on
        </a>
      )}
      <Link className="link" href="/calls/history">
        {session.role === 'agent' ? 'Your calls' : 'Calls that are over'}
      </Link>
      {session.role === 'admin' ? (
        <Link className="link" href="/admin/users">
          People, queues and settings
        </Link>
      ) : null}
      <SignOutButton />
    </div>
  );
}
