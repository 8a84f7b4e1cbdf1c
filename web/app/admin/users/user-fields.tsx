'use client';
import { type NamedQueue, type QueueId, type Role, roleSchema } from '@agent/protocol';
import { Select } from '@agent/ui';
import { useId } from 'react';
import { roleHints, roleWords } from '#client/admin/users/user-words.ts';

const roles = roleSchema.options.map((value) => ({ value, label: roleWords[value] }));

/** What somebody may do; `locked` says why it cannot be changed. */
export function RoleField({
  role,
  onChange,
  locked,
  error,
}: {
  role: Role;
  onChange(role: Role): void;
  locked?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <Select
      label="Role"
      options={roles}
      value={role}
      hint={locked ?? roleHints[role]}
      error={error}
      disabled={locked !== undefined}
      onValueChange={(value) => onChange(roleSchema.parse(value))}
    />
  );
}

/** Whose calls an agent takes, or a supervisor looks after. */
export function QueuesField({
  role,
  queues,
  chosen,
  onChange,
  error,
}: {
  role: Exclude<Role, 'admin'>;
  queues: readonly NamedQueue[];
  chosen: readonly QueueId[];
  onChange(chosen: QueueId[]): void;
  error?: string | undefined;
}) {
  const errorId = useId();
  const hintId = useId();
  const ofAll = role === 'supervisor' && chosen.length === 0;
  const described = [ofAll ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  const toggle = (id: QueueId, isIn: boolean) =>
    onChange(isIn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="users-queues" aria-describedby={described || undefined}>
      <legend>{role === 'supervisor' ? 'Looks after' : 'Queues'}</legend>
      {ofAll ? (
        <p id={hintId} className="users-muted">
          All queues, also those that are added later. Choose some to look after these alone.
        </p>
      ) : null}
      {queues.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
      {queues.length === 0 ? <p className="users-muted">There is no queue yet.</p> : null}
      {error ? (
        <p id={errorId} className="users-error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
