'use client';
import type { AdminUser, ChangedUser, UserLink } from '@agent/protocol';
import { Button, Dialog, Notice } from '@agent/ui';
import { KeyRound, Link2, LogOut, UserCheck, UserX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { LocalMoment } from '#client/admin/users/local-moment.tsx';
import { useFreshUser } from '#client/admin/users/use-users.ts';
import { changeUser, makeUserLink, signOutUser } from '#client/admin/users/user-api.ts';
import { whatDisablingDoes } from '#client/admin/users/user-words.ts';
import { type Action, useAction } from '#client/http/use-action.ts';

interface UserAccessProps {
  user: AdminUser;
  isOwn: boolean;
  onLink(link: UserLink): void;
  onChanged(answer: ChangedUser, title: string): void;
  onSignedOut(): void;
}

type Asking = 'disable' | 'sign-out' | 'link';

/** Whether somebody may in, and by which link; each with a second step that says what it does. */
export function UserAccess({ user, isOwn, onLink, onChanged, onSignedOut }: UserAccessProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const fresh = useFreshUser();
  const setDisabled = useAction(async (disabled: boolean) => {
    const answer = await changeUser(user.id, { version: user.version, disabled });
    close();
    onChanged(answer, disabled ? 'Disabled.' : 'Enabled.');
  });
  const link = useAction(async () => {
    const made = await makeUserLink(user.id);
    close();
    onLink(made);
    await fresh(user.id);
  });
  const signOut = useAction(async () => {
    await signOutUser(user.id);
    close();
    // This window has lost its session, too: the page sends one to sign in and back.
    if (isOwn) window.location.reload();
    else onSignedOut();
  });
  /** What is said before must be true now: a call may have begun since. */
  const ask = (what: Asking) => {
    for (const action of [setDisabled, link, signOut]) action.clear();
    setAsking(what);
    void fresh(user.id).catch(() => undefined);
  };
  const isDisabled = user.status === 'disabled';
  const isInvited = user.status === 'invited';
  return (
    <section className="users-access" aria-labelledby="users-access-title">
      <h3 id="users-access-title">Access</h3>
      <LinkState user={user} />
      <div className="users-buttons">
        {isDisabled ? (
          <Button
            icon={<UserCheck />}
            pending={setDisabled.pending}
            onClick={() => void setDisabled.run(false)}
          >
            Enable
          </Button>
        ) : (
          <>
            <Button icon={isInvited ? <Link2 /> : <KeyRound />} onClick={() => ask('link')}>
              {isInvited ? 'New invitation' : 'New password'}
            </Button>
            {isInvited ? null : (
              <Button icon={<LogOut />} onClick={() => ask('sign-out')}>
                Sign out everywhere
              </Button>
            )}
            <Button
              variant="danger"
              icon={<UserX />}
              disabled={isOwn || user.isLastAdmin}
              title={whyNotDisabled(user, isOwn)}
              onClick={() => ask('disable')}
            >
              Disable
            </Button>
          </>
        )}
      </div>
      {asking === null && setDisabled.problem ? (
        <Notice tone="error" title={setDisabled.problem} />
      ) : null}
      <Confirm
        open={asking === 'disable'}
        onClose={close}
        title={`Disable ${user.displayName}?`}
        confirm="Disable"
        isDangerous
        action={setDisabled}
        onConfirm={() => void setDisabled.run(true)}
      >
        <ul className="users-consequences">
          {whatDisablingDoes(user).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Confirm>
      <Confirm
        open={asking === 'sign-out'}
        onClose={close}
        title={`Sign ${user.displayName} out everywhere?`}
        confirm="Sign out"
        action={signOut}
        onConfirm={() => void signOut.run()}
      >
        <p>
          Every window and device asks for the password again.
          {user.openCall === 'active'
            ? ' The call at hand goes on if they sign in again within a minute; else it ends.'
            : ''}
          {isOwn ? ' So does this one.' : ''}
        </p>
      </Confirm>
      <Confirm
        open={asking === 'link'}
        onClose={close}
        title={isInvited ? 'Make a new invitation?' : `A new password for ${user.displayName}?`}
        confirm="Make the link"
        action={link}
        onConfirm={() => void link.run()}
      >
        <p>{whatTheLinkDoes(user)}</p>
      </Confirm>
    </section>
  );
}

function whatTheLinkDoes({ status, hasPassword }: AdminUser): string {
  if (status === 'invited') return 'The invitation before stops working.';
  return hasPassword
    ? 'The present password works until another is chosen by the link. Then every session ends.'
    : 'They can then sign in by a password as well as by single sign-on. Every session ends.';
}

function whyNotDisabled({ isLastAdmin }: AdminUser, isOwn: boolean): string | undefined {
  if (isLastAdmin) return 'Nobody else can sign in as an admin';
  return isOwn ? 'Another admin can disable you' : undefined;
}

function LinkState({ user: { link, status, hasPassword } }: { user: AdminUser }) {
  if (link) {
    return (
      <p className="users-muted">
        {link.kind === 'invite' ? 'An invitation' : 'A link for a new password'} is open until{' '}
        <LocalMoment at={link.expiresAt} />.
      </p>
    );
  }
  if (status === 'invited') {
    return <p className="users-muted">The invitation has run out. Make a new one.</p>;
  }
  return hasPassword ? null : <p className="users-muted">Has no password here.</p>;
}

function Confirm({
  open,
  onClose,
  title,
  confirm,
  isDangerous = false,
  action,
  onConfirm,
  children,
}: {
  open: boolean;
  onClose(): void;
  title: string;
  confirm: string;
  isDangerous?: boolean;
  action: Pick<Action<never>, 'pending' | 'problem'>;
  onConfirm(): void;
  children: ReactNode;
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            pending={action.pending}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {action.problem ? <Notice tone="error" title={action.problem} /> : null}
    </Dialog>
  );
}
