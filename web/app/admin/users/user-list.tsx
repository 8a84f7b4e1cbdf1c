'use client';
import type { AdminUser, UserId } from '@agent/protocol';
import { Avatar, Badge, Button, EmptyState, Notice, Skeleton, TextField } from '@agent/ui';
import { Pencil, SearchX, UserPlus } from 'lucide-react';
import type { RefObject } from 'react';
import type { UserListState } from '#client/admin/users/use-users.ts';
import { roleWords, statusWords } from '#client/admin/users/user-words.ts';
import { messageOf } from '#client/http/request-error.ts';
import { LastSignIn } from './last-sign-in.tsx';

interface UserListProps {
  list: UserListState;
  query: string;
  onQueryChange(query: string): void;
  selectedId: UserId | null;
  /** Whether something was typed for a person and not saved. */
  isEdited(userId: UserId): boolean;
  onOpen(userId: UserId): void;
  onInvite(): void;
  ownId: UserId;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** Everybody with an account, to search and to choose from. */
export function UserList({ list, query, onQueryChange, onInvite, ...rest }: UserListProps) {
  return (
    <section className="admin-list" aria-labelledby="users-title">
      <div className="users-head">
        <h1 id="users-title">Users</h1>
        <Button variant="primary" icon={<UserPlus />} onClick={onInvite}>
          Invite
        </Button>
      </div>
      <TextField
        ref={rest.searchRef}
        type="search"
        label="Search by name"
        maxLength={100}
        value={query}
        onChange={(event) => onQueryChange(event.target.value)}
      />
      <Found list={list} query={query} onQueryChange={onQueryChange} {...rest} />
    </section>
  );
}

function Found({
  list,
  query,
  onQueryChange,
  ...rest
}: Omit<UserListProps, 'onInvite' | 'searchRef'>) {
  const { users, problem } = list;
  if (problem && !users) {
    return (
      <Notice tone="error" title="The list could not be fetched" action={<Retry list={list} />}>
        {messageOf(problem)}
      </Notice>
    );
  }
  if (!users) {
    if (list.isOffline) return <Notice tone="warning" title="You are offline" />;
    return <Skeleton className="users-skeleton" lines={6} height="44px" />;
  }
  if (users.length === 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="Nobody was found"
        description={`No name holds “${query.trim()}”.`}
        action={<Button onClick={() => onQueryChange('')}>Show everybody</Button>}
      />
    );
  }
  return (
    <>
      {problem ? (
        <Notice tone="warning" title="This list may be old" action={<Retry list={list} />}>
          {messageOf(problem)}
        </Notice>
      ) : null}
      <ul className="users">
        {users.map((user) => (
          <UserRow key={user.id} user={user} {...rest} />
        ))}
      </ul>
      {list.hasMore ? (
        <Button pending={list.isFetchingMore} onClick={list.more}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

function Retry({ list }: { list: UserListState }) {
  return (
    <Button size="sm" onClick={list.retry}>
      Try again
    </Button>
  );
}

function UserRow({
  user,
  selectedId,
  isEdited,
  onOpen,
  ownId,
}: Pick<UserListProps, 'selectedId' | 'isEdited' | 'onOpen' | 'ownId'> & { user: AdminUser }) {
  const { id, displayName, username, role, status, queues } = user;
  const names = queues.map(({ name }) => name).join(', ');
  return (
    <li>
      <button
        type="button"
        className="admin-row user-row"
        aria-current={id === selectedId ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <Avatar name={displayName} aria-hidden="true" />
        <span className="user-row-text">
          <span className="user-row-name">
            <strong>{displayName}</strong>
            {id === ownId ? <span className="users-muted">you</span> : null}
            {isEdited(id) ? (
              <Badge tone="accent" icon={<Pencil />}>
                Not saved
              </Badge>
            ) : null}
          </span>
          <span className="users-muted">
            {username} · {roleWords[role]}
            {role === 'agent' ? ` · ${names || 'no queue'}` : ''}
            {role === 'supervisor' ? ` · ${names || 'all queues'}` : ''}
          </span>
        </span>
        <span className="user-row-state">
          <StatusBadge status={status} />
          <span className="users-muted">
            <LastSignIn at={user.lastSignedInAt} />
          </span>
        </span>
      </button>
    </li>
  );
}

/** Whether somebody can sign in. */
export function StatusBadge({ status }: Pick<AdminUser, 'status'>) {
  const tones = { active: 'success', invited: 'accent', disabled: 'warning' } as const;
  return <Badge tone={tones[status]}>{statusWords[status]}</Badge>;
}
