'use client';
import type { AdminUser, ChangedUser, NamedQueue, UserId, UserLink } from '@agent/protocol';
import { Button, Notice, Skeleton } from '@agent/ui';
import { useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import type { Drafts } from '#client/admin/unsaved.tsx';
import { useKeptDraft } from '#client/admin/use-kept-draft.ts';
import { useKnownUser, useUser } from '#client/admin/users/use-users.ts';
import type { UserDraft } from '#client/admin/users/user-draft.ts';
import { whatWasDone } from '#client/admin/users/user-words.ts';
import { messageOf, RequestError } from '#client/http/request-error.ts';
import { FreshLink } from './fresh-link.tsx';
import { LastSignIn } from './last-sign-in.tsx';
import { UserAccess } from './user-access.tsx';
import { UserForm } from './user-form.tsx';
import { StatusBadge } from './user-list.tsx';

interface UserEditorProps {
  userId: UserId;
  /** What the list knows of the person. */
  listed: AdminUser | undefined;
  /** Whether it is the person who looks at the page. */
  isOwn: boolean;
  queues: readonly NamedQueue[];
  drafts: Drafts<UserDraft>;
  link: UserLink | undefined;
  onLinkChange(link: UserLink | undefined): void;
  onClose(): void;
}

/** One person: who they are, what can be changed of them, and whether they may in. */
export function UserEditor(props: UserEditorProps) {
  const { userId, listed, onClose } = props;
  const { data: user, error, isPaused, refetch } = useUser(userId, listed);
  if (user) return <Editor {...props} user={user} />;
  const isGone = error instanceof RequestError && error.code === 'not-found';
  return (
    <div className="users-form">
      <BackToList onBack={onClose}>All users</BackToList>
      {error ? (
        <Notice
          tone="error"
          title={isGone ? 'There is nobody with this account' : 'This could not be fetched'}
          action={
            isGone ? null : (
              <Button size="sm" onClick={() => void refetch()}>
                Try again
              </Button>
            )
          }
        >
          {isGone ? null : messageOf(error)}
        </Notice>
      ) : isPaused ? (
        <Notice tone="warning" title="You are offline" />
      ) : (
        <Skeleton lines={5} height="44px" />
      )}
    </div>
  );
}

function Editor({ user, ...props }: UserEditorProps & { user: AdminUser }) {
  const [done, setDone] = useState<string | null>(null);
  const [draft, onDraftChange] = useKeptDraft(props.drafts, user.id);
  const known = useKnownUser();
  const changed = (answer: ChangedUser, title: string) => {
    known(answer.user);
    setDone([title, whatWasDone(answer)].filter(Boolean).join(' '));
  };
  return (
    <div className="users-form">
      <BackToList onBack={props.onClose}>All users</BackToList>
      <header className="user-head">
        <h2>{user.displayName}</h2>
        <StatusBadge status={user.status} />
        <p className="users-muted">
          Signs in as {user.username} · <LastSignIn at={user.lastSignedInAt} />
          {user.hasSingleSignOn ? ' · by single sign-on' : ''}
        </p>
      </header>
      {props.link ? (
        <FreshLink
          link={props.link}
          name={user.displayName}
          onDismiss={() => props.onLinkChange(undefined)}
        />
      ) : null}
      {done ? <Notice tone="success" title={done} onDismiss={() => setDone(null)} /> : null}
      <UserForm
        user={user}
        isOwn={props.isOwn}
        queues={props.queues}
        draft={draft}
        onDraftChange={onDraftChange}
        onSaved={(answer) => changed(answer, 'Saved.')}
      />
      <UserAccess
        user={user}
        isOwn={props.isOwn}
        onLink={props.onLinkChange}
        onChanged={changed}
        onSignedOut={() => setDone(`${user.displayName} has been signed out everywhere.`)}
      />
    </div>
  );
}
