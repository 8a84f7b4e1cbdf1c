'use client';
import { Button, Notice } from '@agent/ui';
import { getCsrfToken } from 'next-auth/react';
import { useEffect, useState } from 'react';
import { type SignInProblem, signInProblems } from './sign-in-problems.ts';

/** Sends people to the provider that knows them; `failed` is why they came back without being let in. */
export function SingleSignOnButton({
  name,
  failed,
}: {
  name: string;
  failed: SignInProblem | null;
}) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState(failed);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const go = async () => {
    setPending(true);
    setProblem(null);
    const found = await start();
    if (typeof found === 'object') return window.location.assign(found.url);
    setProblem(found);
    setPending(false);
  };
  return (
    <div className="signin-elsewhere">
      {problem ? (
        <Notice tone="error" title={signInProblems[problem].title}>
          {signInProblems[problem].body}
        </Notice>
      ) : null}
      <Button size="lg" disabled={!ready} pending={pending} onClick={() => void go()}>
        {pending ? 'One moment…' : `Sign in with ${name}`}
      </Button>
    </div>
  );
}

/** Where the provider is; the page that one is on is where it sends one back to. */
async function start(): Promise<{ url: string } | SignInProblem> {
  try {
    const csrfToken = (await getCsrfToken()) ?? '';
    const back = new URL(window.location.href);
    back.searchParams.delete('error');
    const response = await fetch('/api/auth/signin/oidc', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, callbackUrl: back.href, json: 'true' }),
    });
    if (response.status === 429) return 'too-fast';
    const answer: unknown = await response.json();
    const isAddress =
      response.ok && typeof answer === 'object' && answer !== null && 'url' in answer;
    return isAddress ? { url: String(answer.url) } : 'OAuthSignin';
  } catch {
    return 'away';
  }
}
