'use client';
import type { AdminUser, ChangedUser, NamedQueue } from '@agent/protocol';
import { Button, Dialog, Notice, TextField } from '@agent/ui';
import { type FormEvent, useState } from 'react';
import { useFreshUser } from '#client/admin/users/use-users.ts';
import { changeUser } from '#client/admin/users/user-api.ts';
import {
  changeOf,
  rebased,
  shownFields,
  type UserDraft,
  type UserFields,
  withField,
} from '#client/admin/users/user-draft.ts';
import { whatSavingDoes } from '#client/admin/users/user-words.ts';
import { RequestError } from '#client/http/request-error.ts';
import { useAction } from '#client/http/use-action.ts';
import { QueuesField, RoleField } from './user-fields.tsx';

interface UserFormProps {
  user: AdminUser;
  isOwn: boolean;
  queues: readonly NamedQueue[];
  draft: UserDraft | undefined;
  onDraftChange(draft: UserDraft | undefined): void;
  onSaved(answer: ChangedUser): void;
}

/** Name, role and queues, saved when somebody says so, with what that will do said before. */
export function UserForm({ user, isOwn, queues, draft, onDraftChange, onSaved }: UserFormProps) {
  const [isAsking, setAsking] = useState(false);
  const save = useSave({ draft, onDraftChange, onSaved });
  const shown = shownFields(user, draft);
  const change = (field: Partial<UserFields>) => {
    save.clear();
    onDraftChange(withField(user, draft, field));
  };
  const consequences = draft ? whatSavingDoes(draft.from, draft.fields, queues) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!draft || save.pending) return;
    if (draft.fields.role) setAsking(true);
    else void save.run(draft);
  };
  return (
    <form className="users-fields" onSubmit={submit} noValidate>
      <TextField
        label="Name"
        maxLength={80}
        value={shown.displayName}
        error={save.fields.displayName}
        onChange={(event) => change({ displayName: event.target.value })}
      />
      <RoleField
        role={shown.role}
        onChange={(role) => change({ role })}
        locked={lockedRole(user, isOwn)}
        error={save.fields.role}
      />
      {shown.role !== 'admin' ? (
        <QueuesField
          role={shown.role}
          queues={queues}
          chosen={shown.queues}
          onChange={(chosen) => change({ queues: chosen })}
          error={save.fields.queues}
        />
      ) : null}
      <Consequences said={consequences} />
      {save.problem ? (
        <Notice tone="error" title={save.problem}>
          {draft ? 'What you have changed is still here, not saved yet.' : null}
        </Notice>
      ) : null}
      {draft ? (
        <div className="users-buttons">
          <Button onClick={() => change(fieldsBefore(draft))}>Discard</Button>
          <Button type="submit" variant="primary" pending={save.pending}>
            Save
          </Button>
        </div>
      ) : null}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Change the role of ${user.displayName}?`}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false);
                if (draft) void save.run(draft);
              }}
            >
              Change the role
            </Button>
          </>
        }
      >
        <Consequences said={consequences} />
      </Dialog>
    </form>
  );
}

/** Sends a draft. When somebody else was faster it is laid upon what they have made of the person. */
function useSave({
  draft,
  onDraftChange,
  onSaved,
}: Pick<UserFormProps, 'draft' | 'onDraftChange' | 'onSaved'>) {
  const fresh = useFreshUser();
  return useAction(async (sent: UserDraft) => {
    const { id } = sent.from;
    try {
      const answer = await changeUser(id, changeOf(sent));
      onDraftChange(undefined);
      onSaved(answer);
    } catch (error) {
      if (error instanceof RequestError && error.code === 'conflict') {
        onDraftChange(rebased(draft ?? sent, await fresh(id)));
      }
      throw error;
    }
  });
}

function fieldsBefore({ from }: UserDraft): UserFields {
  return shownFields(from, undefined);
}

function lockedRole({ isLastAdmin }: AdminUser, isOwn: boolean): string | undefined {
  if (isLastAdmin)
    return 'The only admin who can sign in stays one. Make somebody else an admin first.';
  return isOwn ? 'Another admin can change your role.' : undefined;
}

function Consequences({ said }: { said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="users-consequences" aria-label="What saving does">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
