'use client';
import { Button, Notice, TextField } from '@agent/ui';
import { signIn } from 'next-auth/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type SignInProblem, signInProblems } from './sign-in-problems.ts';

/** Name and password. Where one lands afterwards is decided by the page, which knows the role. */
export function SignInForm() {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [ready, setReady] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  // A form sent before this script runs would only reload the page.
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (problem) password.current?.select();
  }, [problem]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem(null);
    const found = await attempt(String(form.get('username')), String(form.get('password')));
    // The page itself sends people on: it reads the session and checks where they may go.
    if (found === null) return window.location.reload();
    setProblem(found);
    setPending(false);
  };
  return (
    <form className="call-form" method="post" onSubmit={(event) => void submit(event)}>
      <TextField label="Username" name="username" autoComplete="username" required autoFocus />
      <TextField
        ref={password}
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {problem ? (
        <Notice tone="error" title={signInProblems[problem].title}>
          {signInProblems[problem].body}
        </Notice>
      ) : null}
      <Button type="submit" variant="primary" size="lg" disabled={!ready} pending={pending}>
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}

async function attempt(username: string, password: string): Promise<SignInProblem | null> {
  try {
    // Without the query: next-auth would take an old problem in it for the answer.
    const callbackUrl = window.location.pathname;
    const sent = { redirect: false as const, callbackUrl, username, password };
    const result = await signIn('credentials', sent);
    if (!result) return 'away';
    if (result.error === 'throttled' || result.error === 'unavailable') return result.error;
    return result.error ? (result.status === 401 ? 'refused' : 'away') : null;
  } catch {
    return 'away';
  }
}
