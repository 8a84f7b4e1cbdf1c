'use client';
import { type UserId, type UserLink, userIdSchema } from '@agent/protocol';
import { EmptyState, useShortcuts } from '@agent/ui';
import { UsersRound } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { useKnownUser, useUserList } from '#client/admin/users/use-users.ts';
import type { UserDraft } from '#client/admin/users/user-draft.ts';
import { InviteForm } from './invite-form.tsx';
import { UserEditor } from './user-editor.tsx';
import { UserList } from './user-list.tsx';

/** Quiet time after a key before the list is asked for. */
const QUIET_MS = 250;
/** In the address, in the place of a person's id. */
const NEW = 'new';

const address = { query: parseAsString.withDefault(''), user: parseAsString };

/** The people with an account at the left, the one that is looked at or invited at the right. */
export function UsersPage({ ownId }: { ownId: UserId }) {
  const [{ query, user }, setAddress] = useQueryStates(address, { history: 'replace' });
  const list = useUserList(useQuiet(query));
  const known = useKnownUser();
  const drafts = useDrafts();
  // A link is told once, so it stays until somebody closes it.
  const [links, setLinks] = useState<Readonly<Record<string, UserLink | undefined>>>({});
  const search = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', label: 'Search people', run: () => search.current?.select() }]);
  const open = (id: string | null) => void setAddress({ user: id }, { history: 'push' });
  const keepLink = (id: UserId, link: UserLink | undefined) =>
    setLinks((before) => ({ ...before, [id]: link }));
  const userId = userIdSchema.safeParse(user).data ?? null;
  return (
    <div className="admin-panes" data-editing={user !== null}>
      <UserList
        list={list}
        query={query}
        onQueryChange={(next) => void setAddress({ query: next })}
        selectedId={userId}
        isEdited={drafts.has}
        onOpen={open}
        onInvite={() => open(NEW)}
        ownId={ownId}
        searchRef={search}
      />
      <section className="admin-edit" aria-label="Person">
        {user === NEW ? (
          <InviteForm
            queues={list.queues}
            onCancel={() => open(null)}
            onInvited={({ user: invited, link }) => {
              known(invited);
              keepLink(invited.id, link);
              open(invited.id);
            }}
          />
        ) : userId ? (
          <UserEditor
            key={userId}
            userId={userId}
            listed={list.users?.find(({ id }) => id === userId)}
            isOwn={userId === ownId}
            queues={list.queues}
            draft={drafts.of(userId)}
            onDraftChange={(draft) => drafts.set(userId, draft)}
            link={links[userId]}
            onLinkChange={(link) => keepLink(userId, link)}
            onClose={() => open(null)}
          />
        ) : (
          <EmptyState
            icon={<UsersRound />}
            title="Choose somebody"
            description="Whoever you choose at the left can be changed here."
          />
        )}
      </section>
    </div>
  );
}

/** What is typed for each person, so that looking at another one loses nothing. */
function useDrafts() {
  const [drafts, setDrafts] = useState<Readonly<Record<string, UserDraft | undefined>>>({});
  const isAnyTyped = Object.values(drafts).some((draft) => draft !== undefined);
  useEffect(() => {
    if (!isAnyTyped) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAnyTyped]);
  return {
    of: (userId: UserId) => drafts[userId],
    has: (userId: UserId) => drafts[userId] !== undefined,
    set: (userId: UserId, draft: UserDraft | undefined) =>
      setDrafts((before) => ({ ...before, [userId]: draft })),
  };
}

/** A text once nobody has typed for a moment. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
