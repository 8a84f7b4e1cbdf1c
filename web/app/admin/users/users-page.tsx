'use client';
import { type UserId, type UserLink, userIdSchema } from '@agent/protocol';
import { EmptyState, useShortcuts } from '@agent/ui';
import { UsersRound } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useRef, useState } from 'react';
import { useDrafts } from '#client/admin/unsaved.tsx';
import { useQuiet } from '#client/admin/use-quiet.ts';
import { useKnownUser, useUserList } from '#client/admin/users/use-users.ts';
import type { UserDraft } from '#client/admin/users/user-draft.ts';
import { InviteForm } from './invite-form.tsx';
import { UserEditor } from './user-editor.tsx';
import { UserList } from './user-list.tsx';

/** In the address, in the place of a person's id. */
const NEW = 'new';

const address = { query: parseAsString.withDefault(''), user: parseAsString };

/** The people with an account at the left, the one that is looked at or invited at the right. */
export function UsersPage({ ownId }: { ownId: UserId }) {
  const [{ query, user }, setAddress] = useQueryStates(address, { history: 'replace' });
  const list = useUserList(useQuiet(query));
  const known = useKnownUser();
  const drafts = useDrafts<UserDraft>('/admin/users');
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
            drafts={drafts}
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
