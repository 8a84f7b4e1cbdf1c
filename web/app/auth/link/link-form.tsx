'use client';
import {
  type LinkOwner,
  linkUseSchema,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
} from '@agent/protocol';
import { Button, Notice, RelativeTime, Skeleton, TextField } from '@agent/ui';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { messageOf, RequestError } from '#client/http/request-error.ts';
import { useAction } from '#client/http/use-action.ts';
import { lookAtLink, setPasswordByLink, tokenOf } from '#client/sign-in/link-api.ts';

type State =
  | { phase: 'looking' }
  | { phase: 'unusable'; why: string }
  | { phase: 'unknown'; why: string }
  | { phase: 'choosing'; token: string; owner: LinkOwner }
  | { phase: 'done'; username: string };

const noSecret = 'The address is not whole. Copy the link once more, up to its last letter.';

/** Says for whom the link of the address is, and takes the password they choose. */
export function LinkForm() {
  const { state, look, unusable, done } = useLink();
  switch (state.phase) {
    case 'looking':
      return (
        <>
          <h1>Choose a password</h1>
          <Skeleton lines={3} height="44px" />
        </>
      );
    case 'unusable':
      return (
        <>
          <h1>This link cannot be used</h1>
          <Notice tone="error" title="Nothing was changed">
            {state.why}
          </Notice>
          <a className="link-button" href="/auth/signin">
            Go to sign-in
          </a>
        </>
      );
    case 'unknown':
      return (
        <>
          <h1>Choose a password</h1>
          <Notice
            tone="warning"
            title="The link could not be looked at"
            action={<Button onClick={look}>Try again</Button>}
          >
            {state.why}
          </Notice>
        </>
      );
    case 'choosing':
      return (
        <PasswordForm
          token={state.token}
          owner={state.owner}
          onDone={() => done(state.owner.username)}
          onUnusable={unusable}
        />
      );
    case 'done':
      return (
        <>
          <h1>Your password is set</h1>
          <p>Sign in as {state.username} with it. The link works no more.</p>
          <a className="link-button" data-variant="primary" href="/auth/signin">
            Sign in
          </a>
        </>
      );
    default:
      return state satisfies never;
  }
}

/** What the link of the address is good for; looked at again when another one is pasted over it. */
function useLink() {
  const [state, setState] = useState<State>({ phase: 'looking' });
  const asking = useRef<AbortController>(undefined);
  const unusable = useCallback((why: string) => setState({ phase: 'unusable', why }), []);
  const look = useCallback(async () => {
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    const token = tokenOf(window.location.hash);
    if (!token) return unusable(noSecret);
    setState({ phase: 'looking' });
    try {
      const owner = await lookAtLink(token, signal);
      setState({ phase: 'choosing', token, owner });
    } catch (error) {
      if (signal.aborted) return;
      const isGone = error instanceof RequestError && !error.retryable;
      setState({ phase: isGone ? 'unusable' : 'unknown', why: messageOf(error) });
    }
  }, [unusable]);
  useEffect(() => {
    void look();
    const again = () => void look();
    window.addEventListener('hashchange', again);
    return () => {
      asking.current?.abort();
      window.removeEventListener('hashchange', again);
    };
  }, [look]);
  const done = (username: string) => {
    window.history.replaceState(null, '', window.location.pathname);
    setState({ phase: 'done', username });
  };
  return { state, look: () => void look(), unusable, done };
}

function PasswordForm({
  token,
  owner: { kind, username, displayName, expiresAt },
  onDone,
  onUnusable,
}: {
  token: string;
  owner: LinkOwner;
  onDone(): void;
  onUnusable(why: string): void;
}) {
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const set = useAction(async () => {
    try {
      await setPasswordByLink({ token, password });
      onDone();
    } catch (error) {
      if (error instanceof RequestError && error.code === 'not-found') onUnusable(error.message);
      throw error;
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (set.pending) return;
    const parsed = linkUseSchema.shape.password.safeParse(password);
    setWrong(parsed.success ? null : (parsed.error.issues[0]?.message ?? null));
    if (parsed.success) void set.run();
  };
  return (
    <form className="call-form" method="post" onSubmit={submit} noValidate>
      <h1>{kind === 'invite' ? `Welcome, ${displayName}` : `A new password, ${displayName}`}</h1>
      <p>
        You sign in as <strong>{username}</strong>. This link expires{' '}
        <RelativeTime at={expiresAt} />
        {kind === 'password' ? '. Every session that is open ends with the new password' : ''}.
      </p>
      {/* What password managers keep the password under. */}
      <input
        className="visually-hidden"
        name="username"
        autoComplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label="Password"
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters; a few words are easy to keep in mind. Your user name must not be in it.`}
        error={wrong ?? set.fields.password}
        maxLength={MAX_PASSWORD_LENGTH + 1}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
          setWrong(null);
          set.clear();
        }}
        autoFocus
      />
      <label className="signin-show">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <span>Show it</span>
      </label>
      {set.problem && !set.fields.password ? <Notice tone="error" title={set.problem} /> : null}
      <Button type="submit" variant="primary" size="lg" pending={set.pending}>
        Set the password
      </Button>
    </form>
  );
}
