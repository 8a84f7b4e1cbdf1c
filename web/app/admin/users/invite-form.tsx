'use client';
import {
  type InvitedUser,
  type NamedQueue,
  type NewUserRequest,
  newUserSchema,
  type QueueId,
  type Role,
} from '@agent/protocol';
import { Button, Notice, TextField } from '@agent/ui';
import { type FormEvent, useState } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import { inviteUser } from '#client/admin/users/user-api.ts';
import { useAction } from '#client/http/use-action.ts';
import { QueuesField, RoleField } from './user-fields.tsx';

/** Somebody who is to have an account: name, role and queues; the password is theirs to choose. */
export function InviteForm({
  queues,
  onInvited,
  onCancel,
}: {
  queues: readonly NamedQueue[];
  onInvited(invited: InvitedUser): void;
  onCancel(): void;
}) {
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [chosen, setChosen] = useState<QueueId[] | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const invite = useAction(async (request: NewUserRequest) => onInvited(await inviteUser(request)));
  const changeRole = (next: Role) => {
    setRole(next);
    setChosen(null);
  };
  // With one queue there is nothing to choose; a supervisor without any looks after all.
  const isOnly = role === 'agent' && queues.length === 1;
  const inQueues = chosen ?? (isOnly ? queues.map(({ id }) => id) : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (invite.pending) return;
    const request = { displayName, username, role, queues: role === 'admin' ? [] : inQueues };
    const parsed = newUserSchema.safeParse(request);
    setWrong(parsed.success ? {} : firstIssues(parsed.error.issues));
    if (parsed.success) void invite.run(parsed.data);
  };
  const errors = { ...invite.fields, ...wrong };
  const isElsewhere = invite.problem && Object.keys(invite.fields).length === 0;
  return (
    <form className="users-form" onSubmit={submit} noValidate>
      <BackToList onBack={onCancel}>All users</BackToList>
      <h2>Invite somebody</h2>
      <p className="users-muted">
        You get a link to hand over, with which they choose a password. No mail is sent.
      </p>
      <TextField
        label="Name"
        hint="As colleagues see it. Customers see the first name of an agent."
        maxLength={80}
        value={displayName}
        error={errors.displayName}
        onChange={(event) => setDisplayName(event.target.value)}
        autoFocus
      />
      <TextField
        label="User name"
        hint="What they sign in with. It cannot be changed later."
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        error={errors.username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <RoleField role={role} onChange={changeRole} error={errors.role} />
      {role !== 'admin' ? (
        <QueuesField
          role={role}
          queues={queues}
          chosen={inQueues}
          onChange={setChosen}
          error={errors.queues}
        />
      ) : null}
      {role === 'agent' && inQueues.length === 0 ? (
        <p className="users-muted">Without a queue they are offered no call.</p>
      ) : null}
      {isElsewhere ? <Notice tone="error" title={invite.problem} /> : null}
      <div className="users-buttons">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" pending={invite.pending}>
          Make the link
        </Button>
      </div>
    </form>
  );
}

function firstIssues(issues: readonly { path: PropertyKey[]; message: string }[]) {
  const found: Record<string, string> = {};
  for (const { path, message } of issues) found[String(path[0])] ??= message;
  return found;
}
